import { Directive, Field, ObjectType } from 'type-graphql';

@ObjectType({
  description: 'An industry in which Pakistani workers or firms work for Japan. The subgraph `sectors` owns it.',
})
@Directive('@key(fields: "code")')
export class Sector {
  @Field({ description: 'The readable key of the sector, for example "nursing-care". It never changes.' })
  code!: string;
}
