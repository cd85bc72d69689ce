import { Directive, Field, ID, ObjectType } from 'type-graphql';

@ObjectType({ description: 'A person of the corridor; owned by the subgraph `people`.' })
@Directive('@key(fields: "id")')
export class Person {
  @Field(() => ID, { description: 'Opaque, stable and unique across all types of the hub.' })
  id!: string;
}
