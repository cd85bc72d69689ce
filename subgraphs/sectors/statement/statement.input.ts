import { sql } from 'kysely';
import { ArgsType } from 'type-graphql';
import { by, defineFilter } from '../../../kit/list/filter.js';
import { listArgs } from '../../../kit/list/list-args.js';
import { defineOrder } from '../../../kit/list/order.js';
import { Confidence } from '../../../kit/schema/confidence.js';
import { StatementOperator, StatementSubjectType, StaterType } from './statement.enums.js';

export const statementFilter = defineFilter(
  'StatementFilter',
  'Selects statements. A statement must match every field that you set.',
  {
    subjectType: by.oneOf(
      'StatementSubjectType',
      StatementSubjectType,
      'subjectType',
      'By the kind of thing that it is about.',
    ),
    subject: by.key('subjectKey', 'By the key of the thing that it is about: a code, a slug or a reference.'),
    predicate: by.key('predicate', 'By predicate, the kind of fact: for example "acceptance-ceiling".'),
    value: by.text('value', 'By the value as a string, for example "820000".'),
    operator: by.oneOf(
      'StatementOperator',
      StatementOperator,
      'operator',
      'By how to read the value: exactly, as a lower bound, or about.',
    ),
    unit: by.key('unit', 'By the unit, for example "people" or "USD".'),
    statedByType: by.oneOf('StaterType', StaterType, 'statedByType', 'By the kind of party that said it.'),
    statedBy: by.key('statedByKey', "By who said it: a person's reference or a company's slug."),
    asOf: by.date('asOf', 'By the day for which the statement holds.'),
    source: by.key('sourceKey', 'By the key of the source, for example "bloompakistan-2025-05".'),
    confidence: by.oneOf('Confidence', Confidence, 'confidence', 'By how sure the hub is of it.'),
    superseded: by.boolean(
      (table) => sql`(${table.column('supersededByKey')} is not null)`,
      '`true` for statements that a later one has replaced.',
    ),
  },
);

export const statementOrder = defineOrder('StatementOrder', {
  AS_OF: { property: 'asOf', type: 'date', description: 'By the day for which the statement holds.' },
  PREDICATE: { property: 'predicate', type: 'text', description: 'By predicate, in alphabetical order.' },
});

@ArgsType()
export class StatementsArgs extends listArgs(statementFilter, statementOrder) {}
