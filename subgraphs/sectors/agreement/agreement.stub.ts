import { Directive, Field, ID, ObjectType } from 'type-graphql';

@ObjectType({ description: 'What companies or governments agreed; owned by the subgraph `companies`.' })
@Directive('@key(fields: "id")')
export class Agreement {
  @Field(() => ID, { description: 'Opaque, stable and unique across all types of the hub.' })
  id!: string;
}
