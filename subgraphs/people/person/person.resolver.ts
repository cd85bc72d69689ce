import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { globalId, keyOfGlobalId } from '../../../kit/schema/global-id.js';
import { Language } from '../../../kit/schema/localised-name.js';
import { CalendarDate } from '../../../kit/schema/scalars.js';
import { asCandidate, Candidate } from '../candidate/candidate.type.js';
import type { PeopleContext } from '../context.js';
import { PersonReadsArgs } from '../person-read/person-read.input.js';
import { PersonReadConnection } from '../person-read/person-read.loaders.js';
import { PlacementsArgs } from '../placement/placement.input.js';
import { PlacementConnection } from '../placement/placement.list.js';
import { PeopleArgs } from './person.input.js';
import { PersonConnection } from './person.list.js';
import { personName } from './person.name.js';
import { Office, Person } from './person.type.js';

@Resolver(Person)
export class PersonResolver {
  @Query(() => Person, {
    nullable: true,
    description: 'Returns one person by id. Null if there is none, or none that you may see.',
  })
  person(@Arg('id', () => ID, { description: 'The id of the person.' }) id: string, @Ctx() { loaders }: PeopleContext) {
    const reference = keyOfGlobalId('Person', id);
    return reference == null ? null : loaders.personByReference.load(reference);
  }

  @Query(() => PersonConnection, {
    nullable: true,
    description: 'Lists the people that you may see. By default they are sorted by reference.',
  })
  people(@Args() args: PeopleArgs, @Ctx() { loaders }: PeopleContext) {
    return loaders.people(args);
  }

  @FieldResolver(() => ID)
  id(@Root() { reference }: Person) {
    return globalId('Person', reference);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description:
      'The full name: in Latin letters for `EN`, in its native script for `JA` and `UR`. If only one spelling is known, that one.',
  })
  name(
    @Root() person: Person,
    @Arg('language', () => Language, { defaultValue: 'EN', description: 'The preferred language of the name.' })
    language: Language,
  ) {
    return personName(person, language);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'The nationality, as an ISO 3166-1 alpha-2 country code: for example "PK".',
  })
  nationality(@Root() person: Person, @Ctx() { personalData }: PeopleContext) {
    return personalData.profile(person, 'nationality');
  }

  @FieldResolver(() => CalendarDate, { nullable: true, description: 'The date of birth.' })
  dateOfBirth(@Root() person: Person, @Ctx() { personalData }: PeopleContext) {
    return personalData.inFull(person, 'dateOfBirth');
  }

  @FieldResolver(() => String, { nullable: true, description: 'The e-mail address.' })
  email(@Root() person: Person, @Ctx() { personalData }: PeopleContext) {
    return personalData.inFull(person, 'email');
  }

  @FieldResolver(() => String, { nullable: true, description: 'The passport number, in full or as "••••1234".' })
  passportNumber(@Root() person: Person, @Ctx() { personalData }: PeopleContext) {
    return personalData.inFullOrLastFour(person, 'passportNumber');
  }

  @FieldResolver(() => String, {
    nullable: true,
    description:
      'The number of the Pakistani identity card (CNIC, Computerised National Identity Card), in full or as "••••1234".',
  })
  cnic(@Root() person: Person, @Ctx() { personalData }: PeopleContext) {
    return personalData.inFullOrLastFour(person, 'cnic');
  }

  @FieldResolver(() => String, { nullable: true, description: 'The telephone number, in full or as "••••1234".' })
  phone(@Root() person: Person, @Ctx() { personalData }: PeopleContext) {
    return personalData.inFullOrLastFour(person, 'phone');
  }

  @FieldResolver(() => [Office], { description: 'The offices that the person holds, as published sources name them.' })
  offices(@Root() { pk }: Person, @Ctx() { loaders }: PeopleContext) {
    return loaders.officesByPerson.load(pk);
  }

  @FieldResolver(() => Candidate, {
    nullable: true,
    description: 'The person as a candidate. Null if no organisation registered the person, or if you may not see it.',
  })
  candidate(@Root() person: Person, @Ctx() { viewer }: PeopleContext) {
    return asCandidate(person, viewer);
  }

  @FieldResolver(() => PlacementConnection, {
    nullable: true,
    description: 'The placements of this person. By default those that started last come first.',
  })
  placements(@Root() { pk }: Person, @Args() args: PlacementsArgs, @Ctx() { loaders }: PeopleContext) {
    return loaders.placementsByPerson(args).of(String(pk));
  }

  @FieldResolver(() => PersonReadConnection, {
    nullable: true,
    description:
      'The access log: every request in which personal data of this person was shown in full, to any organisation. By default the latest come first.',
  })
  async accessLog(
    @Root() person: Person,
    @Args() args: PersonReadsArgs,
    @Ctx() { loaders, personalData }: PeopleContext,
  ) {
    await personalData.checkAccessLog(person);
    return loaders.readsByPerson(args).of(String(person.pk));
  }
}
