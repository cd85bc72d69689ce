import { ApolloServer } from '@apollo/server';
import { startStandaloneServer } from '@apollo/server/standalone';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { MikroORM } from '@mikro-orm/postgresql';
import { parse } from 'graphql';
import { PLANNER } from '../planner.mjs';

const { entities, typeDefs, resolvers, loaders } = await import(`./subgraphs/${process.argv[2]}.mjs`);
const orm = await MikroORM.init({
  entities,
  clientUrl: process.env.DATABASE_URL,
  pool: { max: 16 },
  driverOptions: { options: PLANNER },
});

const LINK = 'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"])';

/** One transaction a request, under its viewer, as the manual of MikroORM has it. */
const endTransaction = {
  requestDidStart: async () => ({
    willSendResponse: async ({ contextValue: { em } }) => em?.commit(),
  }),
};

const server = new ApolloServer({
  schema: buildSubgraphSchema([{ typeDefs: parse(LINK + typeDefs), resolvers }]),
  plugins: [endTransaction],
  introspection: true,
});
await startStandaloneServer(server, {
  listen: { port: Number(process.env.PORT), host: '127.0.0.1' },
  context: async ({ req }) => {
    const em = orm.em.fork();
    const { 'x-hub-role': role = 'PUBLIC', 'x-hub-company': company = '' } = req.headers;
    await em.begin();
    await em.execute(`select set_config('hub.role', ?, true), set_config('hub.company', ?, true)`, [role, company]);
    return { em, loaders: loaders(em) };
  },
});
console.log('ready');
process.once('SIGTERM', () => process.exit());
