import { Directive, Field, ID, ObjectType } from 'type-graphql';
import { Node } from '../../../kit/schema/node.js';

@ObjectType({
  implements: Node,
  description:
    'A candidate, a worker or an office holder. A person is an office holder if a published source names them with an office. Everybody sees office holders. Other people are visible only to the companies that registered, send, employ or support them, and to the role ADMIN.',
})
@Directive('@key(fields: "id")')
export class Person implements Node {
  readonly pk!: number;
  dateOfBirth!: string | null;
  passportNumber!: string | null;
  cnic!: string | null;
  email!: string | null;
  nationality!: string | null;
  phone!: string | null;
  registeredBy!: string | null;

  @Field(() => ID, {
    description:
      'The id of the object, unique across all types. It never changes. Do not parse it: its format may change.',
  })
  id!: string;

  @Field({
    description:
      'The readable key of the person, which partner firms use in their spreadsheets. It contains nothing personal.',
  })
  reference!: string;

  @Field(() => String, { nullable: true, description: 'The family name, in Latin letters.' })
  familyName!: string | null;

  @Field(() => String, { nullable: true, description: 'The given name, in Latin letters.' })
  givenName!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The full name in its native script, for example in Urdu or Japanese. Null if unknown.',
  })
  nameNative!: string | null;

  @Field({ description: 'True if the sample generator made this person up.' })
  synthetic!: boolean;
}

@ObjectType({ description: 'An office that a person holds, as a published source names it.' })
export class Office {
  readonly personPk!: number;
  companySlug!: string | null;

  @Field({ description: 'The title of the office, in English: for example "Managing Director".' })
  title!: string;

  @Field(() => String, {
    nullable: true,
    description:
      'The name of the organisation, if it is not one of the companies of the hub. Otherwise null; see `company`.',
  })
  organisation!: string | null;
}
