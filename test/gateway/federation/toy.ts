import { buildSubgraphSchema } from '@apollo/subgraph';
import {
  type DocumentNode,
  execute,
  type GraphQLSchema,
  getOperationAST,
  isAbstractType,
  isObjectType,
  Kind,
  parse,
  print,
  validate,
} from 'graphql';
import { pino } from 'pino';
import { apiSchemaOf } from '../../../gateway/api-schema.js';
import { composeSupergraph } from '../../../gateway/compose.js';
import { httpExecutor } from '../../../gateway/executors/http.js';
import { inProcessExecutor } from '../../../gateway/executors/in-process.js';
import { Gateway } from '../../../gateway/gateway.js';
import { startGateway } from '../../../gateway/server.js';
import type { SubgraphExecutor } from '../../../kit/execution/subgraph-executor.js';
import { serveSchema } from '../../../kit/http/serve-schema.js';
import { PUBLIC } from '../../../kit/viewer.js';
import { anybody } from '../../testkit/credentials.js';
import type { Answer } from '../toy/graph.js';

export type Row = Record<string, unknown>;
type Resolver = (row: Row, args: Row) => unknown;

/**
 * A small world and how it is shared out among subgraphs. Each subgraph, and the monolith that tells what is right, resolves fields
 * by the same functions, or else as properties of the rows; a row has its `__typename`, and may refer to other rows.
 */
export interface Toy {
  /** The SDL of each subgraph. */
  readonly subgraphs: Readonly<Record<string, string>>;
  /** All entities. */
  readonly rows: readonly Row[];
  /** By type, those of the roots included. */
  readonly resolvers: Readonly<Record<string, Readonly<Record<string, Resolver>>>>;
}

/** An operation over a toy, and the one thing in it that a gateway can get wrong. */
export type Asked = [what: string, query: string];

/** Asks an operation and tells the answer as a client gets it. */
export type Ask = (query: string, variables?: Row) => Promise<Answer>;

const log = pino({ level: 'silent' });

/** The gateway over a toy, all in this process. */
export function inProcess(toy: Toy): { ask: Ask; calls: string[]; gateway: Gateway } {
  const calls: string[] = [];
  const executors: Record<string, SubgraphExecutor> = {};
  for (const name of Object.keys(toy.subgraphs)) {
    const executor = inProcessExecutor(subgraphSchema(toy, name), () => ({}));
    executors[name] = (request) => {
      calls.push(`${name} ${print(request.document)} ${JSON.stringify(request.variables ?? {})}`);
      return executor(request);
    };
  }
  const gateway = new Gateway({ supergraphSdl: supergraphSdl(toy), executors, log });
  const ask: Ask = async (query, variables = {}) => {
    const document = documentOf(query, gateway.schema);
    const operation = getOperationAST(document);
    if (!operation) throw new Error('There must be one operation.');
    return plain(await gateway.execute(document, operation, variables, { requestId: 'r-1', viewer: PUBLIC }));
  };
  return { ask, calls, gateway };
}

/** The gateway over a toy: each subgraph is served over HTTP, and so is the gateway. */
export async function overHttp(toy: Toy): Promise<{ ask: Ask; close: () => Promise<void> }> {
  const here = { host: '127.0.0.1', port: 0, log, credentialsOf: anybody };
  const closing: (() => Promise<void>)[] = [];
  const executors: Record<string, SubgraphExecutor> = {};
  for (const name of Object.keys(toy.subgraphs)) {
    const server = await serveSchema({ ...here, schema: subgraphSchema(toy, name), createContext: () => ({}) });
    const executor = httpExecutor({ name, url: server.url, log, gatewaySecret: 'secret' });
    executors[name] = executor;
    closing.push(server.close, executor.close);
  }
  const gateway = await startGateway({
    ...here,
    supergraphSdl: supergraphSdl(toy),
    executors,
    examplesDir: 'examples',
  });
  closing.push(gateway.close);
  return {
    ask: async (query, variables) => {
      const response = await fetch(gateway.url, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query, variables }),
      });
      return (await response.json()) as Answer;
    },
    close: async () => {
      for (const close of closing.reverse()) await close();
    },
  };
}

/** The same world as one schema, executed by graphql-js: what the gateway's answers have to equal. */
export function monolith(toy: Toy): Ask {
  const schema = apiSchemaOf(supergraphSdl(toy));
  for (const type of Object.values(schema.getTypeMap())) {
    if (isAbstractType(type)) type.resolveType = (row: Row) => String(row.__typename);
    if (!isObjectType(type) || type.name.startsWith('__')) continue;
    for (const field of Object.values(type.getFields())) field.resolve = resolverOf(toy, type.name, field.name);
  }
  return async (query, variables) =>
    plain(await execute({ schema, document: documentOf(query, schema), variableValues: variables }));
}

export function supergraphSdl({ subgraphs }: Toy): string {
  return composeSupergraph(
    Object.entries(subgraphs).map(([name, sdl]) => ({ name, url: `http://localhost/${name}`, sdl: withLink(sdl) })),
  );
}

const DIRECTIVES = [
  '@key',
  '@external',
  '@requires',
  '@provides',
  '@shareable',
  '@override',
  '@inaccessible',
  '@interfaceObject',
  '@extends',
];

function withLink(sdl: string): string {
  const imports = DIRECTIVES.map((name) => `"${name}"`).join(', ');
  return `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: [${imports}])\n${sdl}`;
}

function subgraphSchema(toy: Toy, name: string): GraphQLSchema {
  const typeDefs = parse(withLink(toy.subgraphs[name] ?? ''));
  return buildSubgraphSchema([{ typeDefs, resolvers: subgraphResolvers(toy, typeDefs) as never }]);
}

function subgraphResolvers(toy: Toy, document: DocumentNode) {
  const resolvers: Record<string, Record<string, unknown>> = {};
  for (const definition of document.definitions) {
    const { kind } = definition;
    if (kind === Kind.UNION_TYPE_DEFINITION || kind === Kind.INTERFACE_TYPE_DEFINITION) {
      resolvers[definition.name.value] = {
        __resolveType: (row: Row) => row.__typename,
        ...(kind === Kind.INTERFACE_TYPE_DEFINITION && { __resolveReference: (key: Row) => find(toy, key, []) }),
      };
    }
    if (kind !== Kind.OBJECT_TYPE_DEFINITION && kind !== Kind.OBJECT_TYPE_EXTENSION) continue;
    const { directives = [], fields = [] } = definition;
    const external = fields.filter((field) => field.directives?.some((each) => each.name.value === 'external'));
    const type = definition.name.value;
    const isEntity = directives.some((each) => each.name.value === 'key');
    resolvers[type] = {
      ...resolvers[type],
      ...Object.fromEntries(fields.map((field) => [field.name.value, resolverOf(toy, type, field.name.value)])),
      ...(isEntity && {
        __resolveReference: (key: Row) =>
          find(
            toy,
            key,
            external.map((field) => field.name.value),
          ),
      }),
    };
  }
  return resolvers;
}

/** The row with these keys; what is external is known by the representation alone. */
function find(toy: Toy, { __typename, ...given }: Row, external: readonly string[]): Row | null {
  const keys = Object.entries(given).filter(([name]) => !external.includes(name));
  const row = toy.rows.find((each) => keys.every(([name, value]) => matches(each[name], value)));
  if (!row) return null;
  return { ...row, ...Object.fromEntries(external.map((name) => [name, given[name]])) };
}

function matches(known: unknown, given: unknown): boolean {
  if (typeof given !== 'object' || given === null) return known === given;
  if (typeof known !== 'object' || known === null) return false;
  return Object.entries(given).every(([name, value]) => name === '__typename' || matches((known as Row)[name], value));
}

function resolverOf(toy: Toy, type: string, field: string) {
  const resolve = toy.resolvers[type]?.[field];
  return (row: Row | undefined, args: Row) => (resolve ? resolve(row ?? {}, args) : row?.[field]);
}

function documentOf(query: string, schema: GraphQLSchema): DocumentNode {
  const document = parse(query);
  const [error] = validate(schema, document);
  if (error) throw error;
  return document;
}

function plain(result: unknown): Answer {
  return JSON.parse(JSON.stringify(result));
}
