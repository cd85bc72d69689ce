import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { killRunning, runScript } from '../testkit/process.js';

let folder: string;
let dataDir: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'corridor-hub-crash-'));
  await chmod(folder, 0o755);
  dataDir = join(folder, 'data');
});
afterEach(killRunning);
afterAll(() => rm(folder, { recursive: true, force: true }));

const QUERY = '{ company(slug: "oec") { name } sectors { code } }';

async function ask(url: string): Promise<{ name?: string; codes: string[] }> {
  const response = await fetch(`${url}?query=${encodeURIComponent(QUERY)}`);
  const { data, errors = [] } = (await response.json()) as {
    data: { company: { name: string } | null } | null;
    errors?: { extensions: { code: string } }[];
  };
  const name = data?.company?.name;
  return { ...(name !== undefined && { name }), codes: [...new Set(errors.map(({ extensions }) => extensions.code))] };
}

test(
  'a hub whose PostgreSQL is killed says so, answers again by itself, and knows what is written afterwards',
  { timeout: 300_000 },
  async () => {
    const variables = { HUB_DATA_DIR: dataDir, PORT: '0', HUB_SAMPLE: '0' };
    const hub = runScript('start', [], variables);
    const [, url = ''] = await hub.printed(/answers at (\S+)/);
    expect(await ask(url)).toEqual({ name: 'Overseas Employment Corporation', codes: [] });

    const [pid] = (await readFile(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8')).split('\n');
    process.kill(Number(pid), 'SIGKILL');
    await hub.printed(/"level":40[^\n]*PostgreSQL has ended; it is started again/);
    await hub.printed(/"level":40[^\n]*PostgreSQL runs again/);
    const seen = new Set<string>();
    for (;;) {
      const { name, codes } = await ask(url);
      for (const code of codes) seen.add(code);
      if (name !== undefined && codes.length === 0) break;
      await sleep(50);
    }
    expect([...seen].filter((code) => code !== 'UNAVAILABLE')).toEqual([]);

    const sheet = join(folder, 'companies.csv');
    await writeFile(sheet, 'slug,name_en\noec,OEC of Pakistan\n');
    const load = runScript('import', ['companies', sheet], variables);
    expect([await load.ended(), load.output()]).toEqual([0, expect.stringContaining('1 updated')]);
    expect(await ask(url)).toEqual({ name: 'OEC of Pakistan', codes: [] });

    hub.child.kill('SIGTERM');
    expect(await hub.ended()).toBe(0);
  },
);
