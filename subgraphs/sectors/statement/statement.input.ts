import { sql } from 'kysely';
import { ArgsType } from 'type-graphql';
import { by, defineFilter } from '../../../kit/list/filter.js';
import { listArgs } from '../../../kit/list/list-args.js';
import { defineOrder } from '../../../kit/list/order.js';
import { Confidence } from '../../../kit/schema/confidence.js';
import { StatementOperator, StatementSubjectType, StaterType } from './statement.enums.js';

export const statementFilter = defineFilter('StatementFilter', 'Which statements. Everything given must hold.', {
  subjectType: by.oneOf('StatementSubjectType', StatementSubjectType, 'subjectType', 'By the kind of its subject.'),
  subject: by.key('subjectKey', 'By the natural key of its subject: a code, a slug or a reference.'),
  predicate: by.key('predicate', 'By what is said of the subject, for example "acceptance-ceiling".'),
  value: by.text('value', 'By the value as a string, for example "820000".'),
  operator: by.oneOf('StatementOperator', StatementOperator, 'operator', 'By how the value is to be read.'),
  unit: by.key('unit', 'By the unit, for example "people" or "USD".'),
  statedByType: by.oneOf('StaterType', StaterType, 'statedByType', 'By the kind of party that said it.'),
  statedBy: by.key('statedByKey', "By who said it: a person's reference or a company's slug."),
  asOf: by.date('asOf', 'By the day for which it holds.'),
  source: by.key('sourceKey', 'By the key of its source, for example "bloompakistan-2025-05".'),
  confidence: by.oneOf('Confidence', Confidence, 'confidence', 'By how sure the hub is of it.'),
  superseded: by.boolean(
    (table) => sql`(${table.column('supersededByKey')} is not null)`,
    'Whether a later statement has taken its place.',
  ),
});

export const statementOrder = defineOrder('StatementOrder', {
  AS_OF: { property: 'asOf', type: 'date', description: 'By the day for which it holds.' },
  PREDICATE: { property: 'predicate', type: 'text', description: 'By predicate, in the order of the alphabet.' },
});

@ArgsType()
export class StatementsArgs extends listArgs(statementFilter, statementOrder) {}
