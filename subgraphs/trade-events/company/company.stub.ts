import { Directive, Field, ObjectType } from 'type-graphql';

@ObjectType({
  description: 'A firm or public body that takes part in placing workers or trading in IT between Pakistan and Japan.',
})
@Directive('@key(fields: "slug")')
export class Company {
  @Field({ description: 'The readable key of the company, for example "plusw". It never changes.' })
  slug!: string;
}
