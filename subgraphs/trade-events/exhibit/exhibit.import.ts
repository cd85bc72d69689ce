import { same } from '../../../kit/import/assignments.js';
import { required } from '../../../kit/import/cell.js';
import { code, slug } from '../../../kit/import/cells.js';
import { defineImport } from '../../../kit/import/definition.js';
import { upsert } from '../../../kit/import/upsert.js';

export const exhibitsImport = defineImport({
  kind: 'exhibits',
  tables: ['trade_events.exhibit'],
  columns: {
    event: { cell: required(slug()), description: 'The slug of the event.' },
    company: { cell: required(slug('oec')), description: 'The slug of the exhibitor.' },
    booth: { cell: code(50), description: 'The number of the booth.' },
  },
  key: ['event', 'company'],
  held: { from: 'trade_events.exhibit t', columns: { event: 't.event_slug', company: 't.company_slug' } },
  references: [
    {
      column: 'event',
      table: 'trade_events.trade_event',
      key: 'slug',
      what: 'an event',
      names: ['name_en', 'name_ja'],
    },
    { column: 'company', typeName: 'Company', key: 'slug' },
  ],
  merge: (file) =>
    upsert(file, {
      table: 'trade_events.exhibit',
      key: { event_slug: 's.event', company_slug: 's.company' },
      columns: same('booth'),
      insertOnly: { synthetic: String(file.marks.synthetic) },
    }),
});
