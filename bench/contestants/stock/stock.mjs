import { jsonAs } from '../../lib/ask.mjs';
import { freePort, start } from '../../lib/processes.mjs';
import { cursorByReference } from '../monolith/monolith.mjs';

const SUBGRAPHS = ['companies', 'people', 'sectors', 'trade-events'];

/** Federation by the book: what Apollo's and MikroORM's manuals lead to. */
export const stock = {
  name: 'stock',
  title: 'stock recipe (4 Apollo subgraphs over HTTP, `em.find`, @apollo/gateway)',
  async start({ applicationUrl }) {
    const subgraphs = [];
    const pids = [];
    for (const name of SUBGRAPHS) {
      const port = await freePort();
      const environment = { PORT: String(port), DATABASE_URL: applicationUrl };
      pids.push(await start(['bench/contestants/stock/subgraph-server.mjs', name], environment));
      subgraphs.push({ name, url: `http://127.0.0.1:${port}/` });
    }
    const port = await freePort();
    const environment = { PORT: String(port), SUBGRAPHS: JSON.stringify(subgraphs) };
    pids.push(await start(['bench/contestants/stock/gateway-server.mjs'], environment));
    return { url: `http://127.0.0.1:${port}/`, pids };
  },
  request: ({ url }, { viewer, query, variables }) => jsonAs(viewer, url, { query, variables }),
  cursor: cursorByReference,
};
