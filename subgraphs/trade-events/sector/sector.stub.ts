import { Directive, Field, ObjectType } from 'type-graphql';

@ObjectType({ description: 'An industry of the corridor; owned by the subgraph `sectors`.' })
@Directive('@key(fields: "code")')
export class Sector {
  @Field({ description: 'The key that people use, for example "nursing-care".' })
  code!: string;
}
