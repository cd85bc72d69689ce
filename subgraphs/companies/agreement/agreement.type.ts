import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import { defineEnum, type EnumValue } from '../../../kit/schema/enum.js';
import { Node } from '../../../kit/schema/node.js';
import { CalendarDate } from '../../../kit/schema/scalars.js';

export const AgreementKind = defineEnum('AgreementKind', 'What kind of document an agreement is.', {
  MEMORANDUM_OF_UNDERSTANDING: 'Between organisations; states an intention (MoU).',
  MEMORANDUM_OF_COOPERATION: 'Between governments; sets out how they work together (MoC).',
});
export type AgreementKind = EnumValue<typeof AgreementKind>;

@ObjectType({
  implements: Node,
  description:
    'What companies or governments agreed with each other. Where the facts come from stands in its `statements`.',
})
@Directive('@key(fields: "id")')
export class Agreement implements Node {
  readonly pk!: number;
  slug!: string;
  eventSlug!: string | null;

  @Field(() => ID, { description: 'Opaque, stable and unique across all types of the hub.' })
  id!: string;

  @Field({ description: 'What the document is called, in English.' })
  title!: string;

  @Field(() => AgreementKind, { description: 'What kind of document it is.' })
  kind!: AgreementKind;

  @Field({ description: 'Whether it renews an earlier agreement between the same parties.' })
  renewal!: boolean;

  @Field(() => CalendarDate, { nullable: true, description: 'The day on which it was signed.' })
  signedOn!: string | null;

  @Field(() => Int, {
    nullable: true,
    description:
      'How many fields it adds to the scope before, as its source states it; `scopeAdded` has those that it names as the hub does, `statements` every one in the source’s own word.',
  })
  addedFieldCount!: number | null;

  @Field({ description: 'True for a row that the sample generator made up.' })
  synthetic!: boolean;
}
