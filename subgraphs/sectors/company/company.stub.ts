import { Directive, Field, ObjectType } from 'type-graphql';

@ObjectType({ description: 'A firm or public body of the corridor; owned by the subgraph `companies`.' })
@Directive('@key(fields: "slug")')
export class Company {
  @Field({ description: 'The key that people use, for example "plusw".' })
  slug!: string;
}
