import { askGraphql, jsonAs } from '../../lib/ask.mjs';
import { freePort, start } from '../../lib/processes.mjs';
import { CURSOR, QUERIES, READ } from './queries.mjs';

/** A GraphQL API out of the tables: its own names, hence its own queries. */
export const postgraphile = {
  name: 'PostGraphile',
  title: 'PostGraphile 5',
  async start({ applicationUrl }) {
    const port = await freePort();
    const script = 'bench/contestants/postgraphile/server.mjs';
    const pid = await start([script], { PORT: String(port), DATABASE_URL: applicationUrl });
    return { url: `http://127.0.0.1:${port}/graphql`, pids: [pid] };
  },
  request: ({ url }, { name, viewer, variables }) => jsonAs(viewer, url, { query: QUERIES[name], variables }),
  async cursor({ url }, { viewer, after: { reference } }) {
    const answer = await askGraphql(jsonAs(viewer, url, { query: CURSOR, variables: { reference } }));
    return answer.allPlacements.pageInfo.endCursor;
  },
  read: (question, data) => READ[question](data),
};
