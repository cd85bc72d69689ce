import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { begin } from '../../kit/database/begin.js';
import { openPool } from '../../kit/database/pool.js';
import type { Viewer } from '../../kit/viewer.js';
import { MODES, openTestHub, type TestHub } from '../testkit/hub.js';
import { idOf } from './leaks/canaries.js';
import { loadCanaries, urlsOf } from './leaks/load.js';
import { ASKERS, type AskerName } from './leaks/roles.js';

interface Read {
  readonly readAt: string;
  readonly role: string;
  readonly subject: string;
  readonly fields: string[];
  readonly purpose: string | null;
  readonly requestId: string;
  readonly company: { slug: string } | null;
}

interface Answer {
  readonly data: { person: Record<string, unknown> | null };
  readonly errors?: { path: string[]; extensions: { code: string } }[];
}

const A1 = 'CANARY-PERSON-A1';
const BOTHS = 'CANARY-PERSON-AB';

describe.each(MODES)('who reads personal data is recorded, %s', (mode) => {
  let hub: TestHub;
  beforeAll(async () => {
    hub = await openTestHub(mode);
    await loadCanaries(hub);
    await hub.sql('delete from people.person_read');
  });
  afterAll(() => hub.close());

  async function ask(name: AskerName, reference: string, fields: string, headers = {}): Promise<Answer> {
    const asker: { role: string; company?: string } = ASKERS[name];
    const token = asker.role === 'public' ? undefined : await hub.tokenFor(asker.role as 'partner', asker.company);
    const response = await fetch(hub.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }), ...headers },
      body: JSON.stringify({ query: `{ person(id: "${idOf('Person', reference)}") { reference ${fields} } }` }),
    });
    return (await response.json()) as Answer;
  }

  const LOG = 'accessLog { totalCount nodes { readAt role subject fields purpose requestId company { slug } } }';
  async function logOf(name: AskerName, reference: string): Promise<Read[]> {
    const { data, errors } = await ask(name, reference, LOG);
    expect(errors).toBeUndefined();
    return (data.person?.accessLog as { nodes: Read[] }).nodes;
  }
  const recorded = async () =>
    (await hub.sql<{ count: number }>('select count(*)::int as count from people.person_read'))[0]?.count;

  test('an unmasked reading: who, for whom, what, why and in which request; the latest first', async () => {
    await ask('firm A', A1, 'email passportNumber', {
      'x-purpose': 'visa form',
      'x-request-id': `first-${mode.length}`,
    });
    await ask('employer of A', A1, 'cnic');
    await ask('admin', A1, 'dateOfBirth phone', { 'x-request-id': 'third' });
    const log = await logOf('firm A', A1);
    expect(log.map(({ readAt, requestId, ...read }) => read)).toEqual([
      { role: 'ADMIN', subject: 'admin-test', fields: ['dateOfBirth', 'phone'], purpose: null, company: null },
      {
        role: 'PARTNER',
        subject: 'partner-sakura-care',
        fields: ['cnic'],
        purpose: null,
        company: { slug: 'sakura-care' },
      },
      {
        role: 'PARTNER',
        subject: 'partner-karakoram-manpower',
        fields: ['email', 'passportNumber'],
        purpose: 'visa form',
        company: { slug: 'karakoram-manpower' },
      },
    ]);
    expect([log[0]?.requestId, log[2]?.requestId]).toEqual(['third', `first-${mode.length}`]);
    const times = log.map(({ readAt }) => readAt);
    expect(times).toEqual([...times].sort().reverse());
    expect(await logOf('employer of A', A1)).toEqual(log);
    expect(await logOf('admin', A1)).toEqual(log);
  });

  test('nothing is recorded where it is masked, refused, unknown or not personal', async () => {
    const before = await recorded();
    const masked = await ask('support organisation', A1, 'passportNumber cnic phone nationality');
    expect(masked.errors).toBeUndefined();
    expect(masked.data.person).toMatchObject({ passportNumber: '••••1301', cnic: '••••15-1', phone: '••••6611' });
    await ask('support organisation', A1, 'email dateOfBirth');
    await ask('firm A', A1, `familyName nationality ${LOG}`);
    await ask('firm B', A1, 'email passportNumber');
    await ask('public', 'shaza-fatima', 'email');
    await ask('admin', 'shaza-fatima', 'email passportNumber');
    expect(await recorded()).toBe(before);
  });

  test('a firm sees its competitor’s reading of a person whom both handle', async () => {
    await ask('firm B', BOTHS, 'phone', { 'x-purpose': 'flight' });
    expect(await logOf('firm A', BOTHS)).toMatchObject([
      { subject: 'partner-indus-soft', company: { slug: 'indus-soft' }, fields: ['phone'], purpose: 'flight' },
    ]);
  });

  test('a list of people is one reading of each', async () => {
    const before = (await recorded()) ?? 0;
    const client = await hub.clientOf('partner', 'karakoram-manpower');
    await client.request('{ candidates { nodes { person { email again: email phone } } } }');
    expect(await recorded()).toBe(before + 4);
  });

  test('the log is closed to the support organisation and to strangers', async () => {
    const refused = async (name: AskerName, reference: string) => {
      const { data, errors } = await ask(name, reference, LOG);
      return [data.person?.accessLog, errors?.map(({ path, extensions }) => `${path.join('.')} ${extensions.code}`)];
    };
    const forbidden = [null, ['person.accessLog FORBIDDEN']];
    expect(await refused('support organisation', A1)).toEqual(forbidden);
    expect(await refused('stranger', 'CANARY-PERSON-BO')).toEqual(forbidden);
    expect(await refused('ministry', 'CANARY-PERSON-BO')).toEqual(forbidden);
    expect(await refused('public', 'CANARY-PERSON-BO')).toEqual([null, ['person.accessLog UNAUTHENTICATED']]);
    expect((await ask('firm B', A1, LOG)).data.person).toBeNull();
  });

  test('the application can neither change nor remove what is recorded, nor add it under another name', async () => {
    const { applicationUrl } = await urlsOf(hub);
    const pool = openPool(applicationUrl);
    const viewer: Viewer = { role: 'PARTNER', subject: 'me', company: 'indus-soft', expiresAt: null };
    const outcome = async (text: string) => {
      const client = await pool.connect();
      try {
        await client.query(begin({ viewer, role: pool.role, writes: true }));
        await client.query(text);
        return 'done';
      } catch (error) {
        return (error as { code: string }).code;
      } finally {
        await client.query('rollback');
        client.release();
      }
    };
    const add = (role: string, subject: string, company: string) =>
      `insert into people.person_read (person_pk, role, subject, company, request_id, fields)
       select pk, '${role}', '${subject}', '${company}', 'x', '{email}' from people.person where reference = '${BOTHS}'`;
    const [INSUFFICIENT_PRIVILEGE, done] = ['42501', 'done'];
    expect(await outcome(`update people.person_read set purpose = 'none'`)).toBe(INSUFFICIENT_PRIVILEGE);
    expect(await outcome('delete from people.person_read')).toBe(INSUFFICIENT_PRIVILEGE);
    expect(await outcome('truncate people.person_read')).toBe(INSUFFICIENT_PRIVILEGE);
    expect(await outcome(add('PARTNER', 'me', 'indus-soft'))).toBe(done);
    expect(await outcome(add('PARTNER', 'you', 'indus-soft'))).toBe(INSUFFICIENT_PRIVILEGE);
    expect(await outcome(add('PARTNER', 'me', 'karakoram-manpower'))).toBe(INSUFFICIENT_PRIVILEGE);
    expect(await outcome(add('ADMIN', 'me', 'indus-soft'))).toBe(INSUFFICIENT_PRIVILEGE);
    await pool.end();
  });
});
