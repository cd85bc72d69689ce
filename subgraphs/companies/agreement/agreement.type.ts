import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import { defineEnum, type EnumValue } from '../../../kit/schema/enum.js';
import { Node } from '../../../kit/schema/node.js';
import { CalendarDate } from '../../../kit/schema/scalars.js';

export const AgreementKind = defineEnum('AgreementKind', 'The kind of document that an agreement is.', {
  MEMORANDUM_OF_UNDERSTANDING:
    'Memorandum of understanding (MoU): organisations state what they intend to do together.',
  MEMORANDUM_OF_COOPERATION: 'Memorandum of cooperation (MoC): governments set out how they work together.',
});
export type AgreementKind = EnumValue<typeof AgreementKind>;

@ObjectType({
  implements: Node,
  description:
    'A signed agreement between companies or governments, for example a memorandum of understanding (MoU). Its `statements` say which sources the facts come from.',
})
@Directive('@key(fields: "id")')
export class Agreement implements Node {
  readonly pk!: number;
  slug!: string;
  eventSlug!: string | null;

  @Field(() => ID, {
    description:
      'The id of the object, unique across all types. It never changes. Do not parse it: its format may change.',
  })
  id!: string;

  @Field({ description: 'The title of the document, in English.' })
  title!: string;

  @Field(() => AgreementKind, { description: 'The kind of document.' })
  kind!: AgreementKind;

  @Field({ description: 'True if it renews an earlier agreement between the same parties.' })
  renewal!: boolean;

  @Field(() => CalendarDate, { nullable: true, description: 'The day on which it was signed. Null if unknown.' })
  signedOn!: string | null;

  @Field(() => Int, {
    nullable: true,
    description:
      'The number of fields that the agreement adds, as its source states it. The number can be larger than the list `scopeAdded`. Null if the source states no number.',
  })
  addedFieldCount!: number | null;

  @Field({ description: 'True if the sample generator made this row up.' })
  synthetic!: boolean;
}
