import { join } from 'node:path';
import { signLocalToken } from '../../dist/kit/authentication/local-issuer.js';
import { askGraphql, json } from '../lib/ask.mjs';
import { freePort, start } from '../lib/processes.mjs';

const READY = /answers at/;

const SUBGRAPHS = ['companies', 'people', 'sectors', 'trade-events'];

/** The hub of a checkout as `npm start` runs it: everything in one process. */
export const hubOf = (checkout = '.', suffix = '') => ({
  name: `hub${suffix}`,
  title: `hub, in process${suffix}`,
  start: (data, environment = {}) => startGateway(checkout, data, environment),
  request: hubRequest,
  cursor: cursorOf,
});

/** The same with a process for each subgraph, called over HTTP. */
export const hubOverHttpOf = (checkout = '.', suffix = '') => ({
  name: `hub over HTTP${suffix}`,
  title: `hub, four subgraphs over HTTP${suffix}`,
  request: hubRequest,
  cursor: cursorOf,
  async start(data) {
    const ports = await Promise.all(SUBGRAPHS.map(freePort));
    const urls = Object.fromEntries(
      SUBGRAPHS.map((name, index) => [variable(name), `http://127.0.0.1:${ports[index]}/graphql`]),
    );
    const pids = [];
    for (const [index, name] of SUBGRAPHS.entries()) {
      const environment = hubEnvironment(data.dataDir, { ...urls, PORT: String(ports[index]) });
      pids.push(await start([join(checkout, 'dist/scripts/subgraph.js'), name], environment, READY));
    }
    const gateway = await startGateway(checkout, data, urls);
    return { ...gateway, pids: [...gateway.pids, ...pids] };
  },
});

const variable = (name) => `SUBGRAPH_${name.toUpperCase().replaceAll('-', '_')}_URL`;

async function startGateway(checkout, { dataDir }, environment) {
  const port = await freePort();
  const pid = await start(
    [join(checkout, 'dist/scripts/start.js')],
    hubEnvironment(dataDir, { ...environment, PORT: String(port) }),
    READY,
  );
  return { url: `http://127.0.0.1:${port}/graphql`, pids: [pid], tokens: await tokensFrom(dataDir) };
}

/** Without NODE_ENV=production, where the hub takes no tokens of its own. */
function hubEnvironment(dataDir, more) {
  return { HUB_DATA_DIR: dataDir, HUB_SAMPLE: '0', HOST: '127.0.0.1', NODE_ENV: '', ...more };
}

async function tokensFrom(dataDir) {
  return (role, company) =>
    signLocalToken(dataDir, { role: role.toLowerCase(), company, subject: 'bench', expiresIn: 86_400 });
}

async function hubRequest({ url, tokens }, { viewer, query, variables }) {
  const token =
    viewer.role === 'PUBLIC' ? {} : { authorization: `Bearer ${await tokens(viewer.role, viewer.company)}` };
  return json(url, { query, variables }, token);
}

async function cursorOf(server, { viewer, after }) {
  const query = `query Cursor($reference: String!) {
    placements(filter: { reference: { eq: $reference } }, orderBy: [{ field: STARTED_ON, direction: ASC }], first: 1) { pageInfo { endCursor } }
  }`;
  const answer = await askGraphql(
    await hubRequest(server, { viewer, query, variables: { reference: after.reference } }),
  );
  return answer.placements.pageInfo.endCursor;
}
