import { Directive, Field, ID, ObjectType } from 'type-graphql';
import { Confidence } from '../../../kit/schema/confidence.js';
import { Node } from '../../../kit/schema/node.js';
import { CalendarDate } from '../../../kit/schema/scalars.js';
import { StatementOperator, type StatementSubjectType, type StaterType } from './statement.enums.js';
import { describePredicates } from './statement.predicates.js';

@ObjectType({
  implements: Node,
  description:
    'One fact that someone stated, with its source. If statements disagree, the hub keeps all of them and does not decide which one is right.',
})
@Directive('@key(fields: "id")')
export class Statement implements Node {
  readonly pk!: number;
  key!: string;
  subjectType!: StatementSubjectType;
  subjectKey!: string;
  statedByType!: StaterType | null;
  statedByKey!: string | null;
  sourceKey!: string;
  supersededByKey!: string | null;

  @Field(() => ID, {
    description:
      'The id of the object, unique across all types. It never changes. Do not parse it: its format may change.',
  })
  id!: string;

  @Field({ description: describePredicates('The kind of fact that is stated about the subject. One of:') })
  predicate!: string;

  @Field({
    description:
      'The value as a string. A number has digits without separators ("820000"), a date is in ISO 8601 ("2025-05-02"), anything else is text.',
  })
  value!: string;

  @Field(() => StatementOperator, { description: 'How to read the value: exactly, as a lower bound, or about.' })
  operator!: StatementOperator;

  @Field(() => String, {
    nullable: true,
    description:
      'The unit of a number: for example "people", "fields", "years" or a currency ("USD", ISO 4217). Null if the value is a text.',
  })
  unit!: string | null;

  @Field(() => CalendarDate, {
    nullable: true,
    description:
      'The day for which the statement holds: the day of the decision, of the count or of the event that is reported. Null if the source gives none.',
  })
  asOf!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The place in the source: for example "L18" for the eighteenth sentence. Null if it is not noted.',
  })
  locator!: string | null;

  @Field(() => Confidence, { description: 'How sure the hub is of it.' })
  confidence!: Confidence;

  @Field(() => String, {
    nullable: true,
    description:
      'A remark for readers, in English: for example that another statement disagrees. Null if there is none.',
  })
  note!: string | null;
}
