import { escapeLiteral } from 'pg';
import { same } from '../../../kit/import/assignments.js';
import { required } from '../../../kit/import/cell.js';
import { date, oneOf, slug, text } from '../../../kit/import/cells.js';
import { defineImport, type StagedFile } from '../../../kit/import/definition.js';
import { country } from '../../../kit/import/place-cells.js';
import { notBefore } from '../../../kit/import/rules.js';
import { upsert } from '../../../kit/import/upsert.js';
import type { Confidence } from '../../../kit/schema/confidence.js';
import { refreshMonthsToSignature } from '../contract/contract.months.js';
import { TradeEventKind } from './trade-event.type.js';

/** The operator is responsible for a spreadsheet. Its dates are REPORTED: the hub has not checked them. */
const OF_A_SHEET: Confidence = 'REPORTED';

export const tradeEventsImport = defineImport({
  kind: 'events',
  tables: ['trade_events.trade_event'],
  columns: {
    slug: { cell: required(slug()), description: 'Its key, for example japan-it-week-2025-spring.' },
    name_en: { cell: text(), description: 'Its English name.' },
    name_ja: { cell: text(), description: 'Its Japanese name.' },
    kind: { cell: required(oneOf(TradeEventKind)), description: 'The kind of event.' },
    starts_on: { cell: date(), description: 'Its first day.' },
    ends_on: { cell: date(), description: 'Its last day.' },
    venue: { cell: text(), description: 'The hall or building.' },
    city: { cell: text(), description: 'The city.' },
    country: { cell: country(), description: 'The country.' },
    organiser: { cell: text(), description: 'The name of the organiser.' },
  },
  key: ['slug'],
  held: { from: 'trade_events.trade_event t' },
  rules: [
    {
      columns: ['name_en', 'name_ja'],
      problem: (english, japanese) => (english || japanese ? undefined : 'must not be empty where name_ja is empty'),
    },
    notBefore('ends_on', 'starts_on'),
  ],
  merge: mergeEvents,
});

async function mergeEvents(file: StagedFile) {
  const { confidence = OF_A_SHEET, synthetic } = file.marks;
  const marked = escapeLiteral(confidence);
  const counts = await upsert(file, {
    table: 'trade_events.trade_event',
    key: same('slug'),
    columns: same('name_en', 'name_ja', 'kind', 'starts_on', 'ends_on', 'venue', 'city', 'country', 'organiser'),
    insertOnly: { dates_confidence: marked, synthetic: String(synthetic) },
    // A sheet that repeats verified days does not make them less sure.
    onUpdate: {
      dates_confidence: `case when (t.starts_on, t.ends_on) is distinct from (s.starts_on, s.ends_on) then ${marked} else t.dates_confidence end`,
    },
  });
  await file.transaction.query(refreshMonthsToSignature(`select slug from ${file.staging}`));
  return counts;
}
