import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Hub, openHub } from '../../gateway/hub.js';
import { readEnvironment } from '../../kit/environment.js';
import type { ImportDefinition } from '../../kit/import/definition.js';
import { rowsOf } from '../../kit/import/rows.js';
import { runImport } from '../../kit/import/run-import.js';
import { logger } from '../../kit/logger.js';
import * as subgraphs from '../../subgraphs/index.js';
import { type FreshDatabase, freshDatabase } from '../testkit/postgres.js';
import { recordStatements } from '../testkit/statements.js';

const FIRMS = 250;

describe('the names that imports suggest', () => {
  let database: FreshDatabase;
  let dataDir: string;
  let hub: Hub;

  const load = (kind: string, records: Record<string, string>[]) => {
    const definition = Object.values(subgraphs)
      .flatMap(({ imports }): readonly ImportDefinition[] => imports)
      .find((each) => each.kind === kind) as ImportDefinition;
    const { lookup, names } = hub;
    return runImport(definition, rowsOf(definition, records), { databaseUrl: database.ownerUrl, lookup, names });
  };

  beforeAll(async () => {
    database = await freshDatabase();
    dataDir = await mkdtemp(join(tmpdir(), 'corridor-hub-keys-'));
    const environment = readEnvironment({
      DATABASE_URL: database.applicationUrl,
      DATABASE_OWNER_URL: database.ownerUrl,
      HUB_DATA_DIR: dataDir,
    });
    hub = await openHub({ subgraphs: Object.values(subgraphs), environment, log: logger });
    const firms = Array.from({ length: FIRMS }, (_, index) => ({
      slug: `firm-${index}`,
      name_en: `Karachi Works ${index}`,
    }));
    const bridge = {
      slug: 'example-bridge',
      name_en: 'Example Bridge K.K.',
      name_ja: '株式会社例ブリッジ',
      country: 'JP',
    };
    await load('companies', [bridge, ...firms]);
  });
  afterAll(async () => {
    await hub?.close();
    await rm(dataDir, { recursive: true });
    await database?.drop();
  });

  it('are those of the owner, in every language, a page a statement', async () => {
    const { result, statements } = await recordStatements(() => hub.names('Company'));
    expect(result?.length).toBeGreaterThan(FIRMS);
    expect(result).toContainEqual({ key: 'example-bridge', names: ['Example Bridge K.K.', '株式会社例ブリッジ'] });
    expect(statements.length).toBeLessThanOrEqual(Math.ceil((result?.length ?? 0) / 100));
    expect(await hub.names('Sector')).toContainEqual({ key: 'nursing-care', names: ['Nursing care', '介護'] });
    expect(await hub.names('Person')).toBeUndefined();
  });

  it('answer the words of a sheet of contracts with the keys', async () => {
    const { problems } = await load('contracts', [
      {
        reference: 'J/1',
        event: 'Japan IT Week Spring 2025',
        exhibitor: 'Karachi Works 249 (Pvt.) Ltd.',
        buyer: '(株)例ブリッジ',
        buyer_prefecture: '東京',
        sector: 'information-technology',
        service_category: 'Cyber security',
        state: 'Lead',
      },
    ]);
    expect(problems.map(({ column, message }) => [column, /did you mean (.*)\?$/.exec(message)?.[1]])).toEqual([
      ['event', 'japan-it-week-2025-spring (Japan IT Week Spring 2025)'],
      ['exhibitor', 'firm-249 (Karachi Works 249)'],
      ['buyer', 'example-bridge (Example Bridge K.K.)'],
      ['buyer_prefecture', 'JP-13 (Tokyo)'],
      ['service_category', 'CYBERSECURITY'],
      ['state', 'LEAD'],
      ['sector', 'it (Information technology)'],
    ]);
  });

  it('of a person are references alone, spelled in another way', async () => {
    await load('people', [{ reference: 'OEC-2025/0017', family_name: 'Example', registered_by: 'oec' }]);
    const { problems } = await load('placements', [
      { reference: 'P-1', person: 'oec 2025-17', sector: 'it', state: 'REGISTERED' },
      { reference: 'P-2', person: 'OEC-2025/17', sector: 'it', state: 'REGISTERED' },
      { reference: 'P-3', person: 'Example', sector: 'it', state: 'REGISTERED' },
    ]);
    expect(problems.map(({ message }) => message)).toEqual([
      expect.stringMatching(/^must be a reference of .*; did you mean OEC-2025\/0017\?$/),
      'must be the reference of a person that the hub knows; did you mean OEC-2025/0017?',
      'must be the reference of a person that the hub knows',
    ]);
  });
});
