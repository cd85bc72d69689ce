import { Field, ObjectType } from 'type-graphql';
import { DateTime } from '../../../kit/schema/scalars.js';
import { Role } from '../../../kit/viewer.js';

@ObjectType({ description: 'That somebody was shown personal data of a person unmasked, in one request.' })
export class PersonRead {
  readonly pk!: number;
  readonly personPk!: number;
  companySlug!: string | null;

  @Field(() => DateTime, { description: 'When.' })
  readAt!: string;

  @Field(() => Role, { description: 'The role of the reader.' })
  role!: Role;

  @Field({ description: 'The reader, as the identity provider names them (`sub`).' })
  subject!: string;

  @Field(() => [String], { description: 'Which fields of Person were shown, for example "passportNumber".' })
  fields!: string[];

  @Field(() => String, {
    nullable: true,
    description: 'What for, in the words of the `x-purpose` header of the request; null where it had none.',
  })
  purpose!: string | null;

  @Field({ description: 'The request, as the `x-request-id` header of its answer names it.' })
  requestId!: string;
}
