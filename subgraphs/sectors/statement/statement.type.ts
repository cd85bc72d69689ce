import { Directive, Field, ID, ObjectType } from 'type-graphql';
import { Confidence } from '../../../kit/schema/confidence.js';
import { Node } from '../../../kit/schema/node.js';
import { CalendarDate } from '../../../kit/schema/scalars.js';
import { StatementOperator, type StatementSubjectType, type StaterType } from './statement.enums.js';
import { describePredicates } from './statement.predicates.js';

@ObjectType({
  implements: Node,
  description:
    'One thing that someone said, with its source. Statements that disagree stand beside each other: none overwrites another, and the hub does not decide between them.',
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

  @Field(() => ID, { description: 'Opaque, stable and unique across all types of the hub.' })
  id!: string;

  @Field({ description: describePredicates('What is said of the subject, one of:') })
  predicate!: string;

  @Field({
    description: 'The value as a string: digits without separators for a figure, ISO 8601 for a date, else a text.',
  })
  value!: string;

  @Field(() => StatementOperator, { description: 'How the value is to be read.' })
  operator!: StatementOperator;

  @Field(() => String, {
    nullable: true,
    description:
      'What is counted or measured, for example "people", "fields", "years" or "USD" (ISO 4217); null for a text.',
  })
  unit!: string | null;

  @Field(() => CalendarDate, {
    nullable: true,
    description:
      'The day for which it holds: of the decision, the count or the event reported. Null where the source gives none.',
  })
  asOf!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Where in the source it stands, for example "L18" for the eighteenth sentence; null where not noted.',
  })
  locator!: string | null;

  @Field(() => Confidence, { description: 'How sure the hub is of it.' })
  confidence!: Confidence;

  @Field(() => String, {
    nullable: true,
    description: 'What a reader should know beside it, such as another statement that disagrees; in English.',
  })
  note!: string | null;
}
