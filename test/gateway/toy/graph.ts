import { buildSubgraphSchema } from '@apollo/subgraph';
import {
  type DocumentNode,
  type ExecutionResult,
  execute,
  type GraphQLSchema,
  getOperationAST,
  isObjectType,
  parse,
  print,
  validate,
} from 'graphql';
import { pino } from 'pino';
import { apiSchemaOf } from '../../../gateway/api-schema.js';
import { composeSupergraph } from '../../../gateway/compose.js';
import { inProcessExecutor } from '../../../gateway/executors/in-process.js';
import { Gateway } from '../../../gateway/gateway.js';
import { nodeSdl } from '../../../gateway/node/node-sdl.js';
import { nodeSubgraph } from '../../../gateway/node/node-subgraph.js';
import type { SubgraphExecutor } from '../../../kit/execution/subgraph-executor.js';
import type { RequestContext } from '../../../kit/request.js';
import { PUBLIC } from '../../../kit/viewer.js';
import { TOY_MUTATION, TOY_SDL } from './sdl.js';
import { REFERENCES, RESOLVERS, type Row, type ToyContext } from './world.js';

export interface Answer {
  data?: Record<string, unknown> | null;
  errors?: { message: string; path?: (string | number)[]; extensions?: { code?: string }; locations?: unknown }[];
}

const OWNERS = { Company: 'companies' };

const sdls: Record<string, string> = {
  ...TOY_SDL,
  'trade-events': TOY_SDL['trade-events'] + TOY_MUTATION,
  node: nodeSdl(Object.keys(OWNERS)),
};

export const supergraphSdl = composeSupergraph(
  Object.entries(sdls).map(([name, sdl]) => ({ name, url: `http://localhost/${name}`, sdl })),
);

/** The schema of one toy subgraph, with a resolver for every field. */
export function toySchema(name: keyof typeof TOY_SDL | string): GraphQLSchema {
  const typeDefs = parse(sdls[name] ?? '');
  return buildSubgraphSchema([{ typeDefs, resolvers: resolversOf(typeDefs) as never }]);
}

function resolversOf(document: DocumentNode) {
  const resolvers: Record<string, Record<string, unknown>> = {};
  for (const definition of document.definitions) {
    if (definition.kind !== 'ObjectTypeDefinition' && definition.kind !== 'ObjectTypeExtension') continue;
    const type = definition.name.value;
    const fields = definition.fields?.map(({ name }) => [name.value, resolverOf(type, name.value)]) ?? [];
    const reference = isEntity(definition) && REFERENCES[type] ? { __resolveReference: REFERENCES[type] } : {};
    resolvers[type] = { ...resolvers[type], ...Object.fromEntries(fields), ...reference };
  }
  return resolvers;
}

function isEntity({ directives = [] }: { directives?: readonly { name: { value: string } }[] }): boolean {
  return directives.some(({ name }) => name.value === 'key');
}

function resolverOf(type: string, field: string) {
  return (row: Row | undefined, args: Row, context: ToyContext) => {
    const fault = context.fault?.(type, field, row ?? {});
    if (fault instanceof Error) throw fault;
    if (fault !== undefined) return fault;
    const resolve = RESOLVERS[type]?.[field];
    return resolve ? resolve(row ?? {}, args) : row?.[field];
  };
}

/** Executors of the toy subgraphs and of `node`; `replace` puts others in their place. */
export function toyExecutors(
  context: ToyContext,
  replace: Record<string, SubgraphExecutor> = {},
  calls: string[] = [],
) {
  const executors: Record<string, SubgraphExecutor> = {};
  for (const name of Object.keys(TOY_SDL)) {
    const executor = replace[name] ?? inProcessExecutor(toySchema(name), () => context);
    executors[name] = (request) => {
      calls.push(`${name} ${print(request.document)}`);
      return executor(request);
    };
  }
  const node = nodeSubgraph({ owners: OWNERS }, executors);
  executors.node = replace.node ?? inProcessExecutor(node.schema, node.createContext);
  return executors;
}

/** A federated toy graph, asked without HTTP. */
export function toyGraph(context: ToyContext = {}, replace: Record<string, SubgraphExecutor> = {}) {
  const calls: string[] = [];
  const executors = toyExecutors(context, replace, calls);
  const gateway = new Gateway({ supergraphSdl, executors, log: pino({ level: 'silent' }) });
  return {
    gateway,
    /** The questions that the toys got, in order. */
    calls,
    ask: (query: string, variables = {}, request: RequestContext = { requestId: 'r-1', viewer: PUBLIC }) =>
      ask(gateway, query, variables, request),
  };
}

async function ask(gateway: Gateway, query: string, variables: Row, request: RequestContext): Promise<Answer> {
  const document = documentOf(query, gateway.schema);
  const operation = getOperationAST(document);
  if (!operation) throw new Error('There must be one operation.');
  return plain(await gateway.execute(document, operation, variables, request));
}

function documentOf(query: string, schema: GraphQLSchema): DocumentNode {
  const document = parse(query);
  const [error] = validate(schema, document);
  if (error) throw error;
  return document;
}

const monolithSchema = (() => {
  const schema = apiSchemaOf(supergraphSdl);
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('__')) continue;
    for (const field of Object.values(type.getFields())) field.resolve = resolverOf(type.name, field.name) as never;
  }
  const { node, nodes } = schema.getQueryType()?.getFields() ?? {};
  const byId = (id: unknown) => REFERENCES.Company?.({ id }) ?? null;
  if (node) node.resolve = (_, { id }) => byId(id);
  if (nodes) nodes.resolve = (_, { ids }) => (ids as string[]).map(byId);
  return schema;
})();

/** The same graph as one schema, executed by graphql-js: what the gateway's answers have to equal. */
export async function askMonolith(query: string, variables: Row = {}, context: ToyContext = {}): Promise<Answer> {
  const document = documentOf(query, monolithSchema);
  const result = await execute({ schema: monolithSchema, document, variableValues: variables, contextValue: context });
  return plain(result);
}

function plain(result: ExecutionResult): Answer {
  return JSON.parse(JSON.stringify(result));
}
