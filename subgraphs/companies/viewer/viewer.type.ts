import { Field, ObjectType } from 'type-graphql';
import { DateTime } from '../../../kit/schema/scalars.js';
import { Role } from '../../../kit/viewer.js';

@ObjectType({ description: 'Who sends the request, according to its access token.' })
export class Viewer {
  companySlug!: string | null;

  @Field(() => Role, { description: 'The role. It decides which data the viewer sees.' })
  role!: Role;

  @Field(() => String, {
    nullable: true,
    description:
      'The subject of the token (its claim `sub`), as the identity provider names the user. Null without a token.',
  })
  subject!: string | null;

  @Field(() => DateTime, { nullable: true, description: 'The time at which the token expires. Null without a token.' })
  expiresAt!: Date | null;
}
