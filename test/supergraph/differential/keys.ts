import { type GraphQLSchema, getNamedType, isEnumType, isInputObjectType } from 'graphql';
import type { TestHub } from '../../testkit/hub.js';

/** What the data has to ask for, as an admin sees it. */
export interface Keys {
  /** Ids, by type. */
  readonly ids: Readonly<Record<string, readonly string[]>>;
  /** Slugs, codes and references, by type. */
  readonly names: Readonly<Record<string, readonly string[]>>;
  /** Cursors of the lists of a type, by its name and, where there is one, the order: `Company {"field":"NAME","direction":"ASC"}`. */
  readonly cursors: Readonly<Record<string, readonly string[]>>;
}

const ROWS = `{
  companies(first: 60) { nodes { __typename id name: slug } }
  sectors { __typename id name: code }
  programmes { __typename id name: code }
  tradeEvents(first: 20) { nodes { __typename id name: slug exhibits(first: 2) { nodes { __typename id } } } }
  agreements(first: 10) { nodes { __typename id } }
  statements(first: 40) { nodes { __typename id source { __typename id } } }
  people(first: 20) { nodes { __typename id name: reference } }
  officeHolders: people(first: 20, filter: { officeHolder: { eq: true } }) { nodes { __typename id name: reference } }
  candidates(first: 20) { nodes { __typename id } }
  placements(first: 40) { nodes { __typename id name: reference } }
  contracts(first: 40) { nodes { __typename id name: reference milestones { __typename id } } }
}`;

export async function keysOf(hub: TestHub, schema: GraphQLSchema): Promise<Keys> {
  const ids: Record<string, string[]> = {};
  const names: Record<string, string[]> = {};
  const collect = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    const { __typename: type, id, name } = value as Record<string, unknown>;
    if (typeof type === 'string' && typeof id === 'string') ids[type] = [...(ids[type] ?? []), id];
    if (typeof type === 'string' && typeof name === 'string') names[type] = [...(names[type] ?? []), name];
    Object.values(value).forEach(collect);
  };
  collect(await hub.client.request(ROWS));
  return { ids, names, cursors: await cursorsOf(hub, schema) };
}

/** The type of whose rows a connection is; undefined for other types. */
export const rowOf = (typeName: string) => /^(.+)Connection$/.exec(typeName)?.[1];

async function cursorsOf(hub: TestHub, schema: GraphQLSchema): Promise<Record<string, string[]>> {
  const found: Record<string, string[]> = {};
  for (const field of Object.values(schema.getQueryType()?.getFields() ?? {})) {
    const row = rowOf(getNamedType(field.type).name);
    if (!row) continue;
    const orders = ordersOf(field.args.find(({ name }) => name === 'orderBy')?.type);
    const lists = orders.map(
      ({ field: by, direction }, index) =>
        `o${index}: ${field.name}(first: 8, orderBy: [{ field: ${by}, direction: ${direction} }]) { edges { cursor } }`,
    );
    const pages = await hub.client.request<Record<string, { edges: { cursor: string }[] }>>(
      `{ plain: ${field.name}(first: 8) { edges { cursor } } ${lists.join(' ')} }`,
    );
    const cursors = (alias: string) => pages[alias]?.edges.map(({ cursor }) => cursor) ?? [];
    found[row] = cursors('plain');
    for (const [index, order] of orders.entries()) found[`${row} ${JSON.stringify(order)}`] = cursors(`o${index}`);
  }
  return found;
}

function ordersOf(type: Parameters<typeof getNamedType>[0]): { field: string; direction: string }[] {
  const input = getNamedType(type);
  const by = isInputObjectType(input) ? getNamedType(input.getFields().field?.type) : undefined;
  if (!isEnumType(by)) return [];
  return by.getValues().flatMap(({ name }) => ['ASC', 'DESC'].map((direction) => ({ field: name, direction })));
}
