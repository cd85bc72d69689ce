import { readdirSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { projectFile } from '../../kit/project.js';
import { example, openTestHub, type TestHub } from '../testkit/hub.js';

const examples = readdirSync(projectFile('examples')).flatMap((file) => /^(.+)\.graphql$/.exec(file)?.[1] ?? []);

let inProcess: TestHub;
let overHttp: TestHub;
beforeAll(async () => {
  const sample = { placements: 500, seed: 3 };
  inProcess = await openTestHub('in process', sample);
  overHttp = await openTestHub('over HTTP', sample);
});
afterAll(async () => {
  await inProcess.close();
  await overHttp.close();
});

const ask = async (hub: TestHub, query: string, variables: object = {}) => {
  const response = await fetch(hub.url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${hub.adminToken}` },
    body: JSON.stringify({ query, variables }),
  });
  const { data, errors } = (await response.json()) as {
    data: unknown;
    errors?: { message: string; path: unknown; extensions: unknown }[];
  };
  return { status: response.status, data, errors: errors?.map(({ path, extensions }) => ({ path, extensions })) };
};

test.each(examples)('%s is answered alike in process and over HTTP', async (name) => {
  const { document, variables } = example(name);
  const answer = await ask(inProcess, document, variables);
  expect(answer.status).toBe(200);
  expect(answer.errors).toBeUndefined();
  expect(await ask(overHttp, document, variables)).toEqual(answer);
});

test.each([
  '{ placements(first: 0) { totalCount } sectors { code } }',
  '{ company { slug } sector(code: "it") { name } }',
  '{ companies(filter: { slug: { eq: null } }) { totalCount } }',
  '{ sectors { code placements(first: 101) { totalCount } } }',
  '{ company(slug: "oec") { placements(first: 1, after: "nonsense") { totalCount } name } }',
  '{ node(id: "nonsense") { id } nodes(ids: ["Q29tcGFueTpvZWM", "x"]) { id ... on Company { name statements { value } } } }',
  '{ nope }',
  '{ sectors { code',
  'query ($n: Int!) { placements(first: $n) { totalCount } }',
])('errors are alike, too: %s', async (query) => {
  const answer = await ask(inProcess, query);
  expect(await ask(overHttp, query)).toEqual(answer);
  expect(JSON.stringify(answer)).not.toMatch(/INTERNAL|stack|select |\/work\//);
});
