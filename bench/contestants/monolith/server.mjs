import { createServer } from 'node:http';
import { useGraphQlJit } from '@envelop/graphql-jit';
import { createSchema, createYoga } from 'graphql-yoga';
import { Kysely, PostgresDialect, sql } from 'kysely';
import pg from 'pg';
import { PLANNER } from '../planner.mjs';
import { openLoaders } from './loaders.mjs';
import { resolvers } from './resolvers.mjs';
import { typeDefs } from './schema.mjs';

pg.types.setTypeParser(pg.types.builtins.DATE, String);
const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 16, options: PLANNER });
const database = new Kysely({ dialect: new PostgresDialect({ pool }) });

/** One transaction a request, under its viewer. */
const useTransaction = {
  async onExecute({ args: { contextValue } }) {
    const transaction = await database.startTransaction().execute();
    const { 'x-hub-role': role = 'PUBLIC', 'x-hub-company': company = '' } = contextValue.req.headers;
    await sql`select set_config('hub.role', ${role}, true), set_config('hub.company', ${company}, true)`.execute(
      transaction,
    );
    contextValue.loaders = openLoaders(transaction);
    return { onExecuteDone: () => transaction.commit().execute() };
  },
};

const yoga = createYoga({
  schema: createSchema({ typeDefs, resolvers }),
  plugins: [useTransaction, useGraphQlJit()],
  logging: false,
  maskedErrors: false,
  graphiql: false,
});
createServer(yoga).listen(Number(process.env.PORT), '127.0.0.1', () => console.log('ready'));
process.once('SIGTERM', () => process.exit());
