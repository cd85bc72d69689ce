import { jsonAs } from '../../lib/ask.mjs';
import { freePort, start } from '../../lib/processes.mjs';

/** The limit: one statement by hand for each question, and PostgreSQL writes the JSON. */
export const rawSql = {
  name: 'raw SQL',
  title: 'hand-written SQL on node:http',
  async start({ applicationUrl }) {
    const port = await freePort();
    const pid = await start(['bench/contestants/raw-sql/server.mjs'], {
      PORT: String(port),
      DATABASE_URL: applicationUrl,
    });
    return { url: `http://127.0.0.1:${port}`, pids: [pid] };
  },
  request: ({ url }, { name, viewer, variables }) => jsonAs(viewer, `${url}/${name}`, variables),
  /** Its page begins where it is told: at a day and a key. */
  cursor: (_, { after }) => ({ startedOn: after.startedOn, pk: after.pk }),
};
