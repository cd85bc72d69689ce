import { Field, ObjectType } from 'type-graphql';
import { DateTime } from '../../../kit/schema/scalars.js';
import { Role } from '../../../kit/viewer.js';

@ObjectType({
  description: 'An entry of the access log: in one request, somebody was shown personal data of a person in full.',
})
export class PersonRead {
  readonly pk!: number;
  readonly personPk!: number;
  companySlug!: string | null;

  @Field(() => DateTime, { description: 'The time of the read.' })
  readAt!: string;

  @Field(() => Role, { description: 'The role of the reader.' })
  role!: Role;

  @Field({ description: 'The reader, as the identity provider names them: the claim `sub` of their token.' })
  subject!: string;

  @Field(() => [String], { description: 'The fields of `Person` that were shown, for example "passportNumber".' })
  fields!: string[];

  @Field(() => String, {
    nullable: true,
    description: 'The purpose, as the request stated it in its header `x-purpose`. Null if it had none.',
  })
  purpose!: string | null;

  @Field({ description: 'The id of the request. The answer carried it in its header `x-request-id`.' })
  requestId!: string;
}
