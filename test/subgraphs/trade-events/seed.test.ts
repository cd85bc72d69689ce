import { afterAll, beforeAll, expect, test } from 'vitest';
import { csvFile } from '../../../kit/import/csv-rows.js';
import { runImport } from '../../../kit/import/run-import.js';
import { projectFile } from '../../../kit/project.js';
import { tradeEvents } from '../../../subgraphs/trade-events/subgraph.js';
import { tradeEventsImport } from '../../../subgraphs/trade-events/trade-event/trade-event.import.js';
import { openTestSubgraph, type TestSubgraph } from '../../testkit/subgraph.js';

let subgraph: TestSubgraph;
beforeAll(async () => {
  subgraph = await openTestSubgraph(tradeEvents);
  for (const step of tradeEvents.seed) {
    if (!('file' in step)) throw new Error(`${step.name} is no sheet`);
    const marks = { synthetic: false, ...step.marks };
    const source = await csvFile(projectFile(step.file), tradeEventsImport);
    const { problems } = await runImport(tradeEventsImport, source, {
      databaseUrl: subgraph.ownerUrl,
      marks,
    });
    expect(problems).toEqual([]);
  }
});
afterAll(() => subgraph?.close());

test('the bundled events say how sure their days are', async () => {
  const { data } = await subgraph.query(`{
    reported: tradeEvents(filter: { datesConfidence: { eq: REPORTED } }) { nodes { slug startsOn endsOn city synthetic } }
    unverified: tradeEvents(filter: { datesConfidence: { eq: UNVERIFIED } }) { totalCount }
    spring2025: tradeEvent(slug: "japan-it-week-2025-spring") { name name_ja: name(language: JA) startsOn endsOn venue datesConfidence }
  }`);
  expect(data).toEqual({
    reported: {
      nodes: [
        {
          slug: 'hr-stakeholders-meeting-2025',
          startsOn: '2025-05-02',
          endsOn: '2025-05-02',
          city: null,
          synthetic: false,
        },
        {
          slug: 'japan-it-week-2024-spring',
          startsOn: '2024-04-24',
          endsOn: '2024-04-26',
          city: 'Tokyo',
          synthetic: false,
        },
      ],
    },
    unverified: { totalCount: 6 },
    spring2025: {
      name: 'Japan IT Week Spring 2025',
      name_ja: 'Japan IT Week 春 2025',
      startsOn: '2025-04-23',
      endsOn: '2025-04-25',
      venue: 'Tokyo Big Sight',
      datesConfidence: 'UNVERIFIED',
    },
  });
});

test('no row stands for the firms that nobody has named', async () => {
  const [counts] = await subgraph.sql(
    'select (select count(*) from trade_events.contract)::integer as contracts, (select count(*) from trade_events.exhibit)::integer as exhibits',
  );
  expect(counts).toEqual({ contracts: 0, exhibits: 0 });
});
