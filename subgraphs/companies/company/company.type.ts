import { Directive, Field, ID, ObjectType } from 'type-graphql';
import { defineEnum, type EnumValue } from '../../../kit/schema/enum.js';
import { Node } from '../../../kit/schema/node.js';

export const CompanyKind = defineEnum('CompanyKind', 'What a company does in the corridor; it may be several things.', {
  SENDING: 'Recruits and sends workers from Pakistan.',
  ACCEPTING: 'Employs workers in Japan.',
  SUPPORT: 'Supports SSW workers in Japan on behalf of their employers (a registered support organisation).',
  IT: 'Sells information technology.',
  PUBLIC_BODY: 'A government, a ministry, an agency or a company that the state owns.',
});
export type CompanyKind = EnumValue<typeof CompanyKind>;

@ObjectType({ implements: Node, description: 'A firm or public body of the corridor.' })
@Directive('@key(fields: "slug")')
@Directive('@key(fields: "id")')
export class Company implements Node {
  readonly pk!: number;

  @Field(() => ID, { description: 'Opaque, stable and unique across all types of the hub.' })
  id!: string;

  @Field({ description: 'The key that people use, for example "plusw". It never changes once given.' })
  slug!: string;

  nameEn!: string | null;
  nameJa!: string | null;
  nameUr!: string | null;

  @Field(() => [CompanyKind], { description: 'What the company does in the corridor.' })
  kinds!: CompanyKind[];

  @Field(() => String, { nullable: true, description: 'Where it is registered, ISO 3166-1 alpha-2, for example "JP".' })
  country!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Its prefecture in Japan, ISO 3166-2, for example "JP-13" (Tokyo).',
  })
  prefecture!: string | null;

  @Field(() => String, { nullable: true, description: 'The address of its website, beginning with http.' })
  website!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Its Japanese corporate number (法人番号): 13 digits, the first a mod-9 check digit.',
  })
  corporateNumber!: string | null;

  @Field({ description: 'True for a row that the sample generator made up; no such company exists.' })
  synthetic!: boolean;
}
