import { Field, ObjectType } from 'type-graphql';
import { DateTime } from '../../../kit/schema/scalars.js';
import { Role } from '../../../kit/viewer.js';

@ObjectType({ description: 'Who asks, as the hub understands the token of the request.' })
export class Viewer {
  companySlug!: string | null;

  @Field(() => Role, { description: 'The role, which decides what is seen.' })
  role!: Role;

  @Field(() => String, { nullable: true, description: 'Whom the token names (`sub`); null without a token.' })
  subject!: string | null;

  @Field(() => DateTime, { nullable: true, description: 'When the token ends; null without a token.' })
  expiresAt!: Date | null;
}
