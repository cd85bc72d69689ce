import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Company } from '../company/company.stub.js';
import type { PeopleContext } from '../context.js';
import { Office, Person } from './person.type.js';

@Resolver(Office)
export class OfficeResolver {
  @FieldResolver(() => Person, { description: 'The person who holds the office.' })
  person(@Root() { personPk }: Office, @Ctx() { loaders }: PeopleContext) {
    return loaders.personByPk.load(personPk);
  }

  @FieldResolver(() => Company, {
    nullable: true,
    description:
      'The company or public body in which the office is held. Null if it is not one of the hub; see `organisation`.',
  })
  company(@Root() { companySlug }: Office) {
    return companySlug && { slug: companySlug };
  }
}
