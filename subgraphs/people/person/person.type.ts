import { Directive, Field, ID, ObjectType } from 'type-graphql';
import { Node } from '../../../kit/schema/node.js';

@ObjectType({
  implements: Node,
  description: 'A person of the corridor: a candidate, a worker or the holder of an office.',
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

  @Field(() => ID, { description: 'Opaque, stable and unique across all types of the hub.' })
  id!: string;

  @Field({ description: 'The key that partner firms use in their sheets. It says nothing about the person.' })
  reference!: string;

  @Field(() => String, { nullable: true, description: 'Family name, in Latin letters.' })
  familyName!: string | null;

  @Field(() => String, { nullable: true, description: 'Given name, in Latin letters.' })
  givenName!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The whole name in the script of its own language, for example Urdu or Japanese.',
  })
  nameNative!: string | null;

  @Field({ description: 'True for a person whom the sample generator made up.' })
  synthetic!: boolean;
}

@ObjectType({ description: 'An office that a person holds, as a published source names it.' })
export class Office {
  readonly personPk!: number;
  companySlug!: string | null;

  @Field({ description: 'What the office is called, in English, for example "Managing Director".' })
  title!: string;

  @Field(() => String, {
    nullable: true,
    description: 'The organisation in words, where it is not one of the companies of the hub.',
  })
  organisation!: string | null;
}
