import { Directive, Field, ID, ObjectType } from 'type-graphql';
import { defineEnum, type EnumValue } from '../../../kit/schema/enum.js';
import { Node } from '../../../kit/schema/node.js';

export const CompanyKind = defineEnum(
  'CompanyKind',
  'What a company does between Pakistan and Japan. A company can be of several kinds.',
  {
    SENDING: 'A sending organisation: recruits workers in Pakistan and sends them to Japan.',
    ACCEPTING: 'An accepting employer: employs workers in Japan.',
    SUPPORT:
      'A registered support organisation: supports Specified Skilled Workers (SSW) in Japan on behalf of their employers.',
    IT: 'Sells information technology.',
    PUBLIC_BODY: 'A government, a ministry, an agency or a state-owned company.',
  },
);
export type CompanyKind = EnumValue<typeof CompanyKind>;

@ObjectType({
  implements: Node,
  description: 'A firm or public body that takes part in placing workers or trading in IT between Pakistan and Japan.',
})
@Directive('@key(fields: "slug")')
@Directive('@key(fields: "id")')
export class Company implements Node {
  readonly pk!: number;

  @Field(() => ID, {
    description:
      'The id of the object, unique across all types. It never changes. Do not parse it: its format may change.',
  })
  id!: string;

  @Field({ description: 'The readable key of the company, for example "plusw". It never changes.' })
  slug!: string;

  nameEn!: string | null;
  nameJa!: string | null;
  nameUr!: string | null;

  @Field(() => [CompanyKind], { description: 'What the company does between Pakistan and Japan.' })
  kinds!: CompanyKind[];

  @Field(() => String, {
    nullable: true,
    description: 'The country of registration, as an ISO 3166-1 alpha-2 code: for example "JP". Null if unknown.',
  })
  country!: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'The prefecture in Japan, as an ISO 3166-2 code: for example "JP-13" for Tokyo. Null if it has none or the hub does not know it.',
  })
  prefecture!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The address of its website: for example "https://www.example.com/". Null if unknown.',
  })
  website!: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'The Japanese corporate number (法人番号) of the company: 13 digits, of which the first is a check digit (modulo 9). Null if it has none or the hub does not know it.',
  })
  corporateNumber!: string | null;

  @Field({ description: 'True if the sample generator made this company up. No such company exists.' })
  synthetic!: boolean;
}
