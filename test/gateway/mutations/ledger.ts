import { buildSubgraphSchema } from '@apollo/subgraph';
import DataLoader from 'dataloader';
import { getOperationAST, parse, validate } from 'graphql';
import { pino } from 'pino';
import { composeSupergraph } from '../../../gateway/compose.js';
import { httpExecutor } from '../../../gateway/executors/http.js';
import { inProcessExecutor } from '../../../gateway/executors/in-process.js';
import { Gateway } from '../../../gateway/gateway.js';
import { startGateway } from '../../../gateway/server.js';
import type { SubgraphExecutor } from '../../../kit/execution/subgraph-executor.js';
import { serveSchema } from '../../../kit/http/serve-schema.js';
import { type RequestContext, runRequest } from '../../../kit/request.js';
import { PUBLIC } from '../../../kit/viewer.js';
import { anybody } from '../../testkit/credentials.js';
import type { Mode } from '../../testkit/hub.js';
import type { Answer } from '../toy/graph.js';

const LINK = 'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"])\n';

/** Two subgraphs that write to the same ledger, and an account that both know: `debits` has its balance, `credits` its count. */
const SDL = {
  debits: `${LINK}
    type Query { account: Account }
    type Mutation {
      debit(by: Int! = 1): Account
      debitStrictly(by: Int! = 1): Account!
      fail: Account
      failStrictly: Account!
      hang: Account
    }
    type Account @key(fields: "id") { id: ID!, balance: Int!, broken: Int }
  `,
  credits: `${LINK}
    type Query { entries: Int! }
    type Mutation { credit(by: Int! = 1): Account, creditStrictly(by: Int! = 1): Account! }
    type Account @key(fields: "id") { id: ID!, count: Int!, optionalCount: Int, unreadable: Int, unreadableStrictly: Int! }
  `,
};

export const supergraphSdl = composeSupergraph(
  Object.entries(SDL).map(([name, sdl]) => ({ name, url: `http://localhost/${name}`, sdl })),
);

interface Context {
  readonly counts: DataLoader<string, number>;
}

/** The gateway over the two, and what they did, in order. */
export class Ledger {
  readonly journal: string[] = [];
  private balance = 0;
  /** Lets `hang` answer. */
  release: () => void = () => undefined;
  private readonly closing: (() => Promise<void>)[] = [];
  private executors: Record<string, SubgraphExecutor> = {};
  gateway!: Gateway;

  static async open(mode: Mode, replace: Record<string, SubgraphExecutor> = {}): Promise<Ledger> {
    const ledger = new Ledger();
    const log = pino({ level: 'silent' });
    const executors: Record<string, SubgraphExecutor> = {};
    for (const name of ['debits', 'credits'] as const) {
      executors[name] = replace[name] ?? (await ledger.executor(name, mode));
    }
    ledger.executors = executors;
    ledger.gateway = new Gateway({ supergraphSdl, executors, log });
    return ledger;
  }

  async ask(query: string, variables: Record<string, unknown> = {}, signal?: AbortSignal): Promise<Answer> {
    const document = parse(query);
    const [invalid] = validate(this.gateway.schema, document);
    const operation = getOperationAST(document) ?? undefined;
    if (invalid ?? !operation) throw invalid ?? new Error('There must be one operation.');
    const request: RequestContext = { requestId: 'r-1', viewer: PUBLIC, ...(signal && { signal }) };
    const result = await runRequest(request, (one) => this.gateway.execute(document, operation, variables, one));
    return JSON.parse(JSON.stringify(result));
  }

  /** Serves the gateway to clients, who get an answer within so many milliseconds. */
  async serve(deadlineMs: number): Promise<string> {
    const gateway = await startGateway({
      supergraphSdl,
      executors: this.executors,
      deadlineMs,
      credentialsOf: anybody,
      host: '127.0.0.1',
      port: 0,
      examplesDir: 'examples',
      log: pino({ level: 'silent' }),
    });
    this.closing.push(gateway.close);
    return gateway.url;
  }

  async close(): Promise<void> {
    for (const close of this.closing.reverse()) await close();
  }

  private async executor(name: keyof typeof SDL, mode: Mode): Promise<SubgraphExecutor> {
    const schema = this.schema(name);
    const createContext = () => this.context();
    if (mode === 'in process') return inProcessExecutor(schema, createContext);
    const log = pino({ level: 'silent' });
    const server = await serveSchema({
      schema,
      createContext,
      credentialsOf: anybody,
      host: '127.0.0.1',
      port: 0,
      log,
    });
    const executor = httpExecutor({ name, url: server.url, log, gatewaySecret: 'secret' });
    this.closing.push(server.close, executor.close);
    return executor;
  }

  /** A loader remembers what it read, as those of real subgraphs do. */
  private context(): Context {
    return {
      counts: new DataLoader(async (ids) => {
        this.journal.push('count');
        return ids.map(() => this.journal.filter((entry) => /^(debit|credit)/.test(entry)).length);
      }),
    };
  }

  private schema(name: keyof typeof SDL) {
    const write = (entry: string, by: number) => {
      this.journal.push(entry);
      this.balance += by;
      return { id: 'a1' };
    };
    const fail = (entry: string) => {
      this.journal.push(entry);
      throw new Error('failed');
    };
    const resolvers = {
      debits: {
        Query: { account: () => ({ id: 'a1' }) },
        Mutation: {
          debit: (_: unknown, { by }: { by: number }) => write('debit', -by),
          debitStrictly: (_: unknown, { by }: { by: number }) => write('debit', -by),
          fail: () => fail('fail'),
          failStrictly: () => fail('fail'),
          hang: async () => {
            this.journal.push('hang');
            await new Promise<void>((resolve) => {
              this.release = resolve;
            });
            return write('debit', -1);
          },
        },
        Account: {
          __resolveReference: ({ id }: { id: string }) => ({ id }),
          balance: () => {
            this.journal.push('balance');
            return this.balance;
          },
          broken: () => fail('broken'),
        },
      },
      credits: {
        Query: { entries: () => this.journal.length },
        Mutation: {
          credit: (_: unknown, { by }: { by: number }) => write('credit', by),
          creditStrictly: (_: unknown, { by }: { by: number }) => write('credit', by),
        },
        Account: {
          __resolveReference: ({ id }: { id: string }) => ({ id }),
          count: ({ id }: { id: string }, _: unknown, { counts }: Context) => counts.load(id),
          optionalCount: ({ id }: { id: string }, _: unknown, { counts }: Context) => counts.load(id),
          unreadable: () => fail('unreadable'),
          unreadableStrictly: () => fail('unreadable'),
        },
      },
    }[name];
    return buildSubgraphSchema([{ typeDefs: parse(SDL[name]), resolvers: resolvers as never }]);
  }
}
