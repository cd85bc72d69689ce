import { Directive, Field, ObjectType } from 'type-graphql';

@ObjectType({
  description:
    'An industry in which Pakistani workers or firms work for Japan. The hub has 17: the 16 fields of the programme Specified Skilled Worker (SSW, 特定技能) as of 2024, and information technology, which is not an SSW field.',
})
@Directive('@key(fields: "code")')
export class Sector {
  @Field({
    description:
      'The readable key of the sector, for example "nursing-care". The hub defines it, because no official codes exist. It never changes.',
  })
  code!: string;
}
