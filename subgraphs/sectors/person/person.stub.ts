import { Directive, Field, ID, ObjectType } from 'type-graphql';

@ObjectType({ description: 'A candidate, a worker or an office holder. The subgraph `people` owns it.' })
@Directive('@key(fields: "id")')
export class Person {
  @Field(() => ID, {
    description:
      'The id of the object, unique across all types. It never changes. Do not parse it: its format may change.',
  })
  id!: string;
}
