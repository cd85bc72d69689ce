import {
  type FieldNode,
  type GraphQLObjectType,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  getNamedType,
  isObjectType,
} from 'graphql';
import type { Table } from '../database/table.js';
import { remember } from '../execution/remember.js';
import { fieldsOf } from '../schema/selection.js';

/** The properties of a row that are read; undefined where it may be any of them. */
type Properties = readonly string[] | undefined;

/** What a question needs of a list's rows. */
export interface Projection {
  readonly properties: Properties;
  /** Whether it asks where a row stands in the list. */
  readonly cursors: boolean;
  /** The rows that are read along, by the field that shows them. */
  readonly along: Readonly<Record<string, Properties>>;
  /** The same for the same needs. */
  readonly key: string;
}

/** Nothing is known of the question. */
export const EVERYTHING: Projection = { properties: undefined, cursors: true, along: {}, key: '' };

/** The properties of its row that each computed field of a type reads. A field that is not here may read any. */
export type FieldReads = Readonly<Record<string, readonly string[]>>;

/** A row of the same subgraph that one of a list's refers to, and that is read along where a field shows it. */
export interface Along {
  readonly table: Table;
  /** The property of the list's row that has the other's primary key. */
  readonly by: string;
  readonly reads: FieldReads;
}

/** What can be told of a list's rows without asking for all there is. */
export interface Narrowing {
  readonly reads?: FieldReads;
  readonly along?: Readonly<Record<string, Along>>;
}

/** Something whose rows can be read in part. */
interface Narrowable {
  readonly source: { narrow?(project: (list: Narrowing) => Projection): void };
}

/**
 * Tells each list what the question needs of its rows, before it reads them: a row has thirty columns, and a page shows seven. It is
 * known when the list's field is resolved, whatever loaders it then goes through.
 */
export function narrowLists(schema: GraphQLSchema): void {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('__')) continue;
    for (const field of Object.values(type.getFields())) {
      const { resolve } = field;
      if (!resolve || !getNamedType(field.type).name.endsWith('Connection')) continue;
      field.resolve = (source, args, context, info) => {
        const made = resolve(source, args, context, info);
        const narrow = (list: unknown) => narrowed(list as Narrowable | null, info);
        return made instanceof Promise ? made.then(narrow) : narrow(made);
      };
    }
  }
}

function narrowed(list: Narrowable | null, info: GraphQLResolveInfo): Narrowable | null {
  list?.source.narrow?.((narrowing) => projectionOf(info, narrowing));
  return list;
}

/** What is made of a field of a document stays true as long as the document lives. */
const known = new WeakMap<FieldNode, Projection>();

function projectionOf(info: GraphQLResolveInfo, narrowing: Narrowing): Projection {
  const [node] = info.fieldNodes;
  if (!node || info.fieldNodes.length > 1) return EVERYTHING;
  return remember(known, node, () => new Question(info).projection(narrowing));
}

/** What one field of a document asks of a list. */
class Question {
  private readonly asked: readonly FieldNode[];

  constructor(private readonly info: GraphQLResolveInfo) {
    this.asked = info.fieldNodes.flatMap((node) => this.below([node]));
  }

  projection({ reads = {}, along = {} }: Narrowing): Projection {
    const connection = getNamedType(this.info.returnType) as GraphQLObjectType;
    const row = getNamedType(connection.getFields().nodes?.type);
    if (!isObjectType(row)) return EVERYTHING;
    const fields = this.below([...this.named('nodes'), ...this.named('node', this.below(this.named('edges')))]);
    const shown = Object.entries(along).flatMap(([name, { reads: its }]) => {
      const nodes = this.named(name, fields);
      const type = getNamedType(row.getFields()[name]?.type);
      return nodes.length > 0 && isObjectType(type) ? [[name, propertiesOf(type, this.below(nodes), its)]] : [];
    });
    const needs = {
      properties: propertiesOf(row, fields, reads),
      cursors: this.asksForCursors(),
      along: Object.fromEntries(shown) as Projection['along'],
    };
    return { ...needs, key: JSON.stringify(needs) };
  }

  private asksForCursors(): boolean {
    const pageInfo = this.below(this.named('pageInfo')).map(({ name }) => name.value);
    return (
      pageInfo.some((name) => name.endsWith('Cursor')) ||
      this.named('cursor', this.below(this.named('edges'))).length > 0
    );
  }

  private named(name: string, fields = this.asked): FieldNode[] {
    return fields.filter((field) => field.name.value === name);
  }

  private below(fields: readonly FieldNode[]): FieldNode[] {
    return fields.flatMap(({ selectionSet }) => fieldsOf(selectionSet, this.info.fragments));
  }
}

function propertiesOf(type: GraphQLObjectType, fields: readonly FieldNode[], reads: FieldReads): Properties {
  const properties = new Set<string>();
  for (const name of new Set(fields.map((field) => field.name.value))) {
    if (name === '__typename') continue;
    const computed = type.getFields()[name]?.resolve !== undefined;
    const needed = reads[name] ?? (computed ? undefined : [name]);
    if (!needed) return undefined;
    for (const property of needed) properties.add(property);
  }
  return [...properties].sort();
}
