import { Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { globalId } from '../../../kit/schema/global-id.js';
import { Company } from '../company/company.stub.js';
import type { PeopleContext } from '../context.js';
import { Person } from '../person/person.type.js';
import { Sector } from '../sector/sector.stub.js';
import { CandidatesArgs } from './candidate.input.js';
import { CandidateConnection } from './candidate.loaders.js';
import { testResults } from './candidate.tests.js';
import { Candidate, TestResult } from './candidate.type.js';

@Resolver(Candidate)
export class CandidateResolver {
  @Query(() => CandidateConnection, {
    nullable: true,
    description: 'Lists the candidates that you may see. By default they are sorted by reference.',
  })
  candidates(@Args() args: CandidatesArgs, @Ctx() { loaders }: PeopleContext) {
    return loaders.candidates(args);
  }

  @FieldResolver(() => ID)
  id(@Root() { reference }: Candidate) {
    return globalId('Candidate', reference);
  }

  @FieldResolver(() => Person, { description: 'The person who is the candidate.' })
  person(@Root() { pk }: Candidate, @Ctx() { loaders }: PeopleContext) {
    return loaders.personByPk.load(pk);
  }

  @FieldResolver(() => Company, {
    nullable: true,
    description: 'The sending organisation that registered the candidate.',
  })
  registeredBy(@Root() { registeredBy }: Candidate) {
    return { slug: registeredBy };
  }

  @FieldResolver(() => [TestResult], {
    description: 'The tests that the candidate passed: first the language tests, then the skills tests by date.',
  })
  testResults(@Root() candidate: Candidate, @Ctx() { loaders }: PeopleContext) {
    return testResults(candidate, loaders.skillsTestsByPerson);
  }

  @FieldResolver(() => Boolean, {
    description:
      'True if the candidate has a placement with an employer that has not ended. Only placements that you may see count.',
  })
  matched(@Root() { pk }: Candidate, @Ctx() { loaders }: PeopleContext) {
    return loaders.matchedByPerson.load(pk);
  }
}

@Resolver(TestResult)
export class TestResultResolver {
  @FieldResolver(() => Sector, {
    nullable: true,
    description: 'The sector of a skills test. Null for a language test.',
  })
  sector(@Root() { sectorCode }: TestResult) {
    return sectorCode && { code: sectorCode };
  }
}
