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
  @Query(() => Person, { nullable: true, description: 'One person by id; null where there is none.' })
  person(@Arg('id', () => ID, { description: 'The id.' }) id: string, @Ctx() { loaders }: PeopleContext) {
    const reference = keyOfGlobalId('Person', id);
    return reference == null ? null : loaders.personByReference.load(reference);
  }

  @Query(() => PersonConnection, {
    nullable: true,
    description: 'The people whom the viewer sees, by default in the order of their references.',
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
    description: 'The whole name: in Latin letters for EN, in its own script for JA and UR where that is known.',
  })
  name(
    @Root() person: Person,
    @Arg('language', () => Language, { defaultValue: 'EN', description: 'Which language is preferred.' })
    language: Language,
  ) {
    return personName(person, language);
  }

  @FieldResolver(() => String, { nullable: true, description: 'Nationality, ISO 3166-1 alpha-2, for example "PK".' })
  nationality(@Root() person: Person, @Ctx() { personalData }: PeopleContext) {
    return personalData.profile(person, 'nationality');
  }

  @FieldResolver(() => CalendarDate, { nullable: true, description: 'Date of birth.' })
  dateOfBirth(@Root() person: Person, @Ctx() { personalData }: PeopleContext) {
    return personalData.inFull(person, 'dateOfBirth');
  }

  @FieldResolver(() => String, { nullable: true, description: 'E-mail address.' })
  email(@Root() person: Person, @Ctx() { personalData }: PeopleContext) {
    return personalData.inFull(person, 'email');
  }

  @FieldResolver(() => String, { nullable: true, description: 'Passport number, in full or as "••••1234".' })
  passportNumber(@Root() person: Person, @Ctx() { personalData }: PeopleContext) {
    return personalData.inFullOrLastFour(person, 'passportNumber');
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'Pakistani identity card number (CNIC), in full or as "••••1234".',
  })
  cnic(@Root() person: Person, @Ctx() { personalData }: PeopleContext) {
    return personalData.inFullOrLastFour(person, 'cnic');
  }

  @FieldResolver(() => String, { nullable: true, description: 'Telephone number, in full or as "••••1234".' })
  phone(@Root() person: Person, @Ctx() { personalData }: PeopleContext) {
    return personalData.inFullOrLastFour(person, 'phone');
  }

  @FieldResolver(() => [Office], { description: 'The offices that published sources name.' })
  offices(@Root() { pk }: Person, @Ctx() { loaders }: PeopleContext) {
    return loaders.officesByPerson.load(pk);
  }

  @FieldResolver(() => Candidate, {
    nullable: true,
    description: 'What makes the person a candidate; null for one who is none.',
  })
  candidate(@Root() person: Person, @Ctx() { viewer }: PeopleContext) {
    return asCandidate(person, viewer);
  }

  @FieldResolver(() => PlacementConnection, { nullable: true, description: 'The placements of this person.' })
  placements(@Root() { pk }: Person, @Args() args: PlacementsArgs, @Ctx() { loaders }: PeopleContext) {
    return loaders.placementsByPerson(args).of(String(pk));
  }

  @FieldResolver(() => PersonReadConnection, {
    nullable: true,
    description:
      'Who was shown personal data of this person unmasked, the latest first: every request in which that happened, by whichever organisation.',
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
