/**
 * `npm run bench:import -- [--placements N]`: how fast a sheet of placements loads, beside PostgreSQL's own COPY of the same file
 * into a table of the file's columns, without any index and with the indexes of people.placement. On a hub of its own.
 */
import { createReadStream, createWriteStream } from 'node:fs';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { parseArgs } from 'node:util';
import type { ClientBase } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { openHub } from '../gateway/hub.js';
import { readEnvironment } from '../kit/environment.js';
import { csvFile } from '../kit/import/csv-rows.js';
import type { ImportDefinition } from '../kit/import/definition.js';
import { rowsOf } from '../kit/import/rows.js';
import { runImport } from '../kit/import/run-import.js';
import { logger } from '../kit/logger.js';
import { withClient } from '../kit/postgres/database.js';
import { generateSample } from '../scripts/sample/generate-sample.js';
import * as subgraphs from '../subgraphs/index.js';

const imports = Object.values(subgraphs).flatMap((subgraph) => subgraph.imports);
const definitionOf = (kind: string) => imports.find((each) => each.kind === kind) as ImportDefinition;
const placements = definitionOf('placements');
const columns = Object.keys(placements.columns);

/** The indexes of people.placement in the words of the file, and a foreign key's look-up of the person. */
const INDEXES = ['unique (reference)', 'foreign key (person) references people.person (reference)']
  .map((constraint) => `alter table bench.copied add ${constraint}`)
  .concat(
    [
      'person',
      'sending_company, started_on, reference',
      'accepting_company, started_on, reference',
      'support_company, started_on, reference',
      'sector, started_on, reference',
      'started_on, reference',
      'state, registered_on, reference',
      'residence_until, reference',
      'visa_expires_on, reference',
    ].map((list) => `create index on bench.copied (${list})`),
  );

const { values } = parseArgs({ options: { placements: { type: 'string', default: '200000' } } });
const folder = await mkdtemp(join(tmpdir(), 'corridor-hub-bench-'));
await chmod(folder, 0o755);
const file = join(folder, 'placements.csv');
const environment = { ...readEnvironment(), databaseUrl: undefined, dataDir: join(folder, 'data') };
const hub = await openHub({ subgraphs: Object.values(subgraphs), environment, log: logger });
try {
  const databaseUrl = hub.cluster?.ownerUrl ?? '';
  const marks = { synthetic: true };
  const load = (definition: ImportDefinition, source: Parameters<typeof runImport>[1]) =>
    runImport(definition, source, { databaseUrl, lookup: hub.lookup, marks });
  await generateSample(
    { placements: Number(values.placements), seed: 1, today: new Date().toISOString().slice(0, 10) },
    {
      async load(kind, records) {
        if (kind === 'companies' || kind === 'people')
          await load(definitionOf(kind), rowsOf(definitionOf(kind), records));
        if (kind === 'placements') await pipeline(Readable.from(csv(records)), createWriteStream(file));
      },
    },
    () => undefined,
  );
  await withClient(databaseUrl, async (client) => {
    await client.query('create schema bench');
    const before = await seconds(() => copy(client, INDEXES));
    const bare = await seconds(() => copy(client, []));
    const imported = await seconds(async () => load(placements, await csvFile(file, placements)));
    const after = await seconds(() => copy(client, INDEXES));
    const indexed = (before + after) / 2;
    console.log(
      `${values.placements} placements, seconds: import ${imported.toFixed(1)}, COPY with the same indexes ${before.toFixed(1)} and ${after.toFixed(1)}, COPY without any ${bare.toFixed(1)}`,
    );
    console.log(
      `speed of the import as a share of COPY: ${(indexed / imported).toFixed(2)} with the same indexes, ${(bare / imported).toFixed(2)} without any`,
    );
  });
} finally {
  await hub.close();
  await rm(folder, { recursive: true, force: true });
}

async function copy(client: ClientBase, indexes: readonly string[]): Promise<void> {
  await client.query('drop table if exists bench.copied');
  const typed = Object.entries(placements.columns).map(([name, { cell }]) => `${name} ${cell.sqlType}`);
  await client.query(`create table bench.copied (${typed.join(', ')})`);
  for (const index of indexes) await client.query(index);
  await pipeline(
    createReadStream(file),
    client.query(copyFrom(`copy bench.copied (${columns.join(', ')}) from stdin with (format csv, header true)`)),
  );
}

async function seconds(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1000;
}

function* csv(records: Iterable<Record<string, string>>): Generator<string> {
  yield `${columns.join(',')}\n`;
  for (const record of records) yield `${columns.map((column) => record[column] ?? '').join(',')}\n`;
}
