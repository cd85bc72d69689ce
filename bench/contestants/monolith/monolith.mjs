import { askGraphql, jsonAs } from '../../lib/ask.mjs';
import { freePort, start } from '../../lib/processes.mjs';

/** One GraphQL server by hand, without federation: what a careful team would write in JavaScript. */
export const monolith = {
  name: 'monolith',
  title: 'JS monolith (yoga, graphql-jit, Kysely loaders)',
  async start({ applicationUrl }) {
    const port = await freePort();
    const script = 'bench/contestants/monolith/server.mjs';
    const pid = await start([script], { PORT: String(port), DATABASE_URL: applicationUrl });
    return { url: `http://127.0.0.1:${port}/graphql`, pids: [pid] };
  },
  request: ({ url }, { viewer, query, variables }) => jsonAs(viewer, url, { query, variables }),
  cursor: cursorByReference,
};

/** The hub's own question, for whoever speaks its language. */
export async function cursorByReference({ url }, { viewer, after: { reference } }) {
  const query = `query Cursor($reference: String!) {
    placements(filter: { reference: { eq: $reference } }, orderBy: [{ field: STARTED_ON, direction: ASC }], first: 1) {
      pageInfo { endCursor }
    }
  }`;
  const answer = await askGraphql(jsonAs(viewer, url, { query, variables: { reference } }));
  return answer.placements.pageInfo.endCursor;
}
