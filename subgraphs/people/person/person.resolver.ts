import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { globalId, keyOfGlobalId } from '../../../kit/schema/global-id.js';
import { Language } from '../../../kit/schema/localised-name.js';
import { CalendarDate } from '../../../kit/schema/scalars.js';
import { asCandidate, Candidate } from '../candidate/candidate.type.js';
import type { PeopleContext } from '../context.js';
import { PlacementsArgs } from '../placement/placement.input.js';
import { PlacementConnection } from '../placement/placement.list.js';
import { PeopleArgs } from './person.input.js';
import { PersonConnection } from './person.loaders.js';
import { lastFour } from './person.masking.js';
import { personName } from './person.name.js';
import { Office, Person } from './person.type.js';

const FOR_THE_HANDLING_ORGANISATION =
  'In full only for the organisation that handles the person; until tokens are served, nobody is taken for it.';

@Resolver(Person)
export class PersonResolver {
  @Query(() => Person, { nullable: true, description: 'One person by id; null where there is none.' })
  person(@Arg('id', () => ID, { description: 'The id.' }) id: string, @Ctx() { loaders }: PeopleContext) {
    const reference = keyOfGlobalId('Person', id);
    return reference == null ? null : loaders.personByReference.load(reference);
  }

  @Query(() => PersonConnection, {
    nullable: true,
    description: 'All people, by default in the order of their references.',
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

  @FieldResolver(() => CalendarDate, {
    nullable: true,
    description: `Date of birth. ${FOR_THE_HANDLING_ORGANISATION} Null for others.`,
  })
  dateOfBirth() {
    return null;
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: `E-mail address. ${FOR_THE_HANDLING_ORGANISATION} Null for others.`,
  })
  email() {
    return null;
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: `Passport number. ${FOR_THE_HANDLING_ORGANISATION} Others see "••••" and the last four characters.`,
  })
  passportNumber(@Root() person: Person) {
    return lastFour(person.passportNumber);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: `Pakistani identity card number (CNIC). ${FOR_THE_HANDLING_ORGANISATION} Others see "••••" and the last four characters.`,
  })
  cnic(@Root() person: Person) {
    return lastFour(person.cnic);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: `Telephone number. ${FOR_THE_HANDLING_ORGANISATION} Others see "••••" and the last four characters.`,
  })
  phone(@Root() person: Person) {
    return lastFour(person.phone);
  }

  @FieldResolver(() => [Office], { description: 'The offices that published sources name.' })
  offices(@Root() { pk }: Person, @Ctx() { loaders }: PeopleContext) {
    return loaders.officesByPerson.load(pk);
  }

  @FieldResolver(() => Candidate, {
    nullable: true,
    description: 'What makes the person a candidate; null for one who is none.',
  })
  candidate(@Root() person: Person) {
    return asCandidate(person);
  }

  @FieldResolver(() => PlacementConnection, { nullable: true, description: 'The placements of this person.' })
  placements(@Root() { pk }: Person, @Args() args: PlacementsArgs, @Ctx() { loaders }: PeopleContext) {
    return loaders.placementsByPerson(args).of(String(pk));
  }
}
