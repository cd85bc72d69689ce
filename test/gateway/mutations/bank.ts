import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { parse } from 'graphql';
import pg from 'pg';
import { pino } from 'pino';
import { composeSupergraph } from '../../../gateway/compose.js';
import { httpExecutor } from '../../../gateway/executors/http.js';
import { inProcessExecutor } from '../../../gateway/executors/in-process.js';
import { startGateway } from '../../../gateway/server.js';
import type { RequestSession } from '../../../kit/database/request-session.js';
import { openSessions } from '../../../kit/database/sessions.js';
import type { SubgraphExecutor } from '../../../kit/execution/subgraph-executor.js';
import { serveSchema } from '../../../kit/http/serve-schema.js';
import type { RequestContext } from '../../../kit/request.js';
import { anybody } from '../../testkit/credentials.js';
import type { Mode } from '../../testkit/hub.js';
import { freshDatabase } from '../../testkit/postgres.js';
import type { Answer } from '../toy/graph.js';

const LINK = 'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"])\n';

const SDL = {
  accounts: `${LINK}
    type Query { account: Account! }
    type Mutation { pay(by: Int!): Account, payStrictly(by: Int!): Account!, paySlowly(by: Int!): Account }
    type Account @key(fields: "id") { id: ID!, balance: Int! }
  `,
  journal: `${LINK}
    type Query { entries: Int! }
    type Mutation { note(text: String!): Account }
    type Account @key(fields: "id") { id: ID!, entries: Int!, paid: Int! }
  `,
  elsewhere: `${LINK}
    type Query { never: Int }
    type Account @key(fields: "id") { id: ID!, rating: Int }
  `,
};

const TABLES = `
  create schema bank;
  create table bank.account (id text primary key, balance int not null);
  create table bank.entry (text text not null);
  insert into bank.account values ('a1', 0);
  create function bank.at_commit() returns trigger language plpgsql as $$ begin
    if new.balance < 0 then raise check_violation; end if;
    return null;
  end $$;
  create constraint trigger at_commit after update on bank.account deferrable initially deferred for each row execute function bank.at_commit();
  grant usage on schema bank to hub_app;
  grant select, insert, update on all tables in schema bank to hub_app;
`;

/** Reads from, or writes to, the database of a subgraph. */
type Ask = (text: string, ...values: unknown[]) => Promise<Record<string, unknown> | undefined>;
interface Context {
  readonly ask: Ask;
}

const account = () => ({ id: 'a1' });
const toAccount = { __resolveReference: ({ id }: { id: string }) => ({ id }) };

const pay = 'update bank.account set balance = balance + $1 returning balance';

/** @param thinking what `paySlowly` waits for between its statements */
const resolversOf = (thinking: () => Promise<void>) => ({
  accounts: {
    Query: { account },
    Mutation: {
      pay: (_: unknown, { by }: { by: number }, { ask }: Context) => ask(pay, by).then(account),
      payStrictly: (_: unknown, { by }: { by: number }, { ask }: Context) => ask(pay, by).then(account),
      paySlowly: async (_: unknown, { by }: { by: number }, { ask }: Context) => {
        await ask(pay, by);
        await thinking();
        await ask(pay, by);
        return account();
      },
    },
    Account: {
      ...toAccount,
      balance: async (_: unknown, __: unknown, { ask }: Context) =>
        (await ask('select balance from bank.account'))?.balance,
    },
  },
  journal: {
    Query: {
      entries: async (_: unknown, __: unknown, { ask }: Context) =>
        (await ask('select count(*)::int as n from bank.entry'))?.n,
    },
    Mutation: {
      note: (_: unknown, { text }: { text: string }, { ask }: Context) =>
        ask('insert into bank.entry values ($1)', text).then(account),
    },
    Account: {
      ...toAccount,
      entries: async (_: unknown, __: unknown, { ask }: Context) =>
        (await ask('select count(*)::int as n from bank.entry'))?.n,
      paid: async (_: unknown, __: unknown, { ask }: Context) =>
        (await ask('select balance from bank.account'))?.balance,
    },
  },
});

/** The gateway over two subgraphs with a database, in process or over HTTP, and a third one elsewhere, which never answers. */
export interface Bank {
  readonly url: string;
  ask(query: string): Promise<Answer>;
  /** Asks, and goes away when `isTime`. */
  askAndLeave(query: string, isTime: () => Promise<void>): Promise<void>;
  /** How many questions the third one has not answered. */
  waiting(): number;
  /** How often `paySlowly` has come to its half. */
  halfPaid(): number;
  sql(text: string): Promise<Record<string, unknown>[]>;
  close(): Promise<void>;
}

export async function openBank(mode: Mode, deadlineMs?: number): Promise<Bank> {
  const log = pino({ level: 'silent' });
  const database = await freshDatabase();
  const owner = new pg.Client({ connectionString: database.ownerUrl });
  await owner.connect();
  await owner.query(TABLES);
  const sessions = openSessions(database.applicationUrl);
  const closing: (() => unknown)[] = [database.drop, () => owner.end(), () => sessions.close()];
  let thinkers = 0;
  let endThinking: () => void = () => undefined;
  const thought = new Promise<void>((resolve) => {
    endThinking = resolve;
  });
  const resolvers = resolversOf(() => {
    thinkers += 1;
    return thought;
  });
  const createContext = (request: RequestContext): Context => {
    const session: RequestSession = sessions.of(request);
    return { ask: async (text, ...values) => (await session.query({ text, values })).rows[0] };
  };
  const here = { host: '127.0.0.1', port: 0, log, credentialsOf: anybody };
  const executors: Record<string, SubgraphExecutor> = {};
  const call = (name: string, url: string) => {
    const executor = httpExecutor({ name, url, log, gatewaySecret: 'secret' });
    closing.push(executor.close);
    return executor;
  };
  for (const name of ['accounts', 'journal'] as const) {
    const schema = buildSubgraphSchema([{ typeDefs: parse(SDL[name]), resolvers: resolvers[name] as never }]);
    if (mode === 'in process') executors[name] = inProcessExecutor(schema, createContext);
    else {
      const server = await serveSchema({ ...here, schema, createContext });
      closing.push(server.close);
      executors[name] = call(name, server.url);
    }
  }
  let waiting = 0;
  const silent = createServer(() => {
    waiting += 1;
  });
  await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
  closing.push(
    () => silent.close(),
    () => silent.closeAllConnections(),
  );
  executors.elsewhere = call('elsewhere', `http://127.0.0.1:${(silent.address() as AddressInfo).port}`);
  const gateway = await startGateway({
    ...here,
    supergraphSdl: composeSupergraph(
      Object.entries(SDL).map(([name, sdl]) => ({ name, url: `http://localhost/${name}`, sdl })),
    ),
    executors,
    deadlineMs,
    examplesDir: 'examples',
  });
  closing.push(gateway.close);
  const send = (query: string, signal?: AbortSignal) =>
    fetch(gateway.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query }),
      ...(signal && { signal }),
    });
  return {
    url: gateway.url,
    ask: async (query) => (await (await send(query)).json()) as Answer,
    askAndLeave: async (query, isTime) => {
      const leaving = new AbortController();
      const answer = send(query, leaving.signal).catch(() => undefined);
      await isTime();
      leaving.abort();
      await answer;
    },
    waiting: () => waiting,
    halfPaid: () => thinkers,
    sql: async (text) => (await owner.query(text)).rows,
    close: async () => {
      endThinking();
      for (const close of closing.reverse()) await close();
    },
  };
}
