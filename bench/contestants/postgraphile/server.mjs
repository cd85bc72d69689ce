import { createServer } from 'node:http';
import { PgAggregatesPreset } from '@graphile/pg-aggregates';
import { postgraphile } from 'postgraphile';
import { makePgService } from 'postgraphile/adaptors/pg';
import { grafserv } from 'postgraphile/grafserv/node';
import { PostGraphileAmberPreset } from 'postgraphile/presets/amber';
import { jsonPgSmartTags } from 'postgraphile/utils';
import { PLANNER } from '../planner.mjs';
import { SMART_TAGS } from './smart-tags.mjs';

/** As its manual sets it up: the viewer in `pgSettings`, which PostgreSQL's policies read. */
const preset = {
  extends: [PostGraphileAmberPreset, PgAggregatesPreset],
  plugins: [jsonPgSmartTags(SMART_TAGS)],
  // Lists may be filtered by every column, as the hub's may.
  disablePlugins: ['PgIndexBehaviorsPlugin'],
  pgServices: [
    makePgService({
      connectionString: process.env.DATABASE_URL,
      schemas: ['people', 'companies', 'sectors', 'trade_events'],
      poolConfig: { max: 16, options: PLANNER },
    }),
  ],
  schema: { pgOrderByNullsLast: true },
  grafast: {
    explain: false,
    context: ({ node }) => ({
      pgSettings: {
        'hub.role': node?.req.headers['x-hub-role'] ?? 'PUBLIC',
        'hub.company': node?.req.headers['x-hub-company'] ?? '',
      },
    }),
  },
  grafserv: { graphqlPath: '/graphql', graphiql: false, watch: false },
};

const server = createServer();
await postgraphile(preset).createServ(grafserv).addTo(server);
server.listen(Number(process.env.PORT), '127.0.0.1', () => console.log('ready'));
process.once('SIGTERM', () => process.exit());
