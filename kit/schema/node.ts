import { Field, ID, InterfaceType } from 'type-graphql';

/** Anything that can be fetched again by its id. */
@InterfaceType({ description: 'Anything that `node(id)` can fetch again.', autoRegisterImplementations: false })
export abstract class Node {
  @Field(() => ID, {
    description: 'Opaque, stable and unique across all types of the hub. Do not take it apart: its make-up may change.',
  })
  id!: string;
}
