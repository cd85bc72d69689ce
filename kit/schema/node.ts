import { Field, ID, InterfaceType } from 'type-graphql';

/** An object that `node(id)` can return. */
@InterfaceType({
  description: 'An object that has an id. `node(id)` returns it again.',
  autoRegisterImplementations: false,
})
export abstract class Node {
  @Field(() => ID, {
    description:
      'The id of the object, unique across all types. It never changes. Do not parse it: its format may change.',
  })
  id!: string;
}
