import {
  type FieldNode,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  getNamedType,
  isObjectType,
} from 'graphql';
import type { Table } from '../database/table.js';
import { remember } from '../execution/remember.js';
import { fieldsOf } from '../schema/selection.js';
import type { Sides } from './connection.js';

/** The properties of a row that are read; undefined where it may be any of them. */
type Properties = readonly string[] | undefined;

/** The parts of rows that a query needs. */
export interface Projection {
  readonly properties: Properties;
  /** Whether the query asks for the position of a row in the list. */
  readonly cursors: boolean;
  /** On which sides of the page the query asks whether there are more rows. */
  readonly sides: Sides;
  /** The joined rows, by the field that returns them. */
  readonly along: Readonly<Record<string, Properties>>;
  /** Projections with the same needs have the same key. */
  readonly key: string;
}

/** For an unknown query: everything may be needed. */
export const EVERYTHING: Projection = {
  properties: undefined,
  cursors: true,
  sides: { before: true, after: true },
  along: {},
  key: '',
};

/** The properties of its row that each computed field of a type reads. A field that is not here may read any. */
export type FieldReads = Readonly<Record<string, readonly string[]>>;

/** A row of the same subgraph that another row refers to. It is joined if a field returns it. */
export interface Along {
  readonly table: Table;
  /** The property of the row that has the other's primary key. */
  readonly by: string;
  readonly reads: FieldReads;
}

/** Rows of a table, and how to read less than all of them. */
export interface Narrowing {
  readonly table: Table;
  readonly reads?: FieldReads;
  readonly along?: Readonly<Record<string, Along>>;
}

/** Something whose rows can be read in part. */
interface Narrowable {
  readonly source: { narrow?(project: (list: Narrowing) => Projection): void };
}

/**
 * Tells each list which columns the query needs, before it reads its rows: a row has thirty columns, and a page shows seven. This is known
 * when the field of the list is resolved, for any loader.
 */
export function narrowLists(schema: GraphQLSchema): void {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('__')) continue;
    for (const field of Object.values(type.getFields())) {
      const { resolve } = field;
      if (!resolve || !isConnection(getNamedType(field.type))) continue;
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

/** Projections by field node. They stay valid as long as the document lives. */
const known = new WeakMap<FieldNode, Projection>();

/** The projection of the rows that a field returns: of its list, or of its single row. */
export function projectionOf(info: GraphQLResolveInfo, narrowing: Narrowing): Projection {
  const [node] = info.fieldNodes;
  if (!node || info.fieldNodes.length > 1) return EVERYTHING;
  return remember(known, node, () => new Question(info).projection(narrowing));
}

const keyed = (needs: Omit<Projection, 'key'>): Projection => ({ ...needs, key: JSON.stringify(needs) });

/** The combined projection of several queries. It is everything if one of them may need everything. */
export function united(projections: readonly Projection[]): Projection {
  const [first = EVERYTHING, ...others] = projections;
  return others.reduce((sum, { key, ...more }) => {
    if (key === sum.key) return sum;
    if (key === EVERYTHING.key || sum.key === EVERYTHING.key) return EVERYTHING;
    const along = { ...sum.along };
    for (const [name, properties] of Object.entries(more.along)) {
      along[name] = name in along ? both(along[name], properties) : properties;
    }
    return keyed({
      properties: both(sum.properties, more.properties),
      cursors: sum.cursors || more.cursors,
      sides: { before: sum.sides.before || more.sides.before, after: sum.sides.after || more.sides.after },
      along,
    });
  }, first);
}

function both(one: Properties, other: Properties): Properties {
  return one && other && [...new Set([...one, ...other])].sort();
}

/** The projection of one field of a document. */
class Question {
  private readonly asked: readonly FieldNode[];

  constructor(private readonly info: GraphQLResolveInfo) {
    this.asked = this.below(info.fieldNodes);
  }

  projection({ reads = {}, along = {} }: Narrowing): Projection {
    const { row, fields } = this.rows();
    if (!isObjectType(row)) return EVERYTHING;
    const shown = Object.entries(along).flatMap(([name, { reads: its }]) => {
      const nodes = named(name, fields);
      const type = getNamedType(row.getFields()[name]?.type);
      return nodes.length > 0 && isObjectType(type) ? [[name, propertiesOf(type, this.below(nodes), its)]] : [];
    });
    return keyed({
      properties: propertiesOf(
        row,
        fields.filter(({ name }) => !Object.hasOwn(along, name.value)),
        reads,
      ),
      cursors: this.asksForCursors(),
      sides: this.sidesAskedFor(),
      along: Object.fromEntries(shown) as Projection['along'],
    });
  }

  /** The type of the rows and what is asked of them, as nodes of the list and as nodes of its edges. */
  private rows() {
    const type = getNamedType(this.info.returnType) as GraphQLObjectType;
    if (!isConnection(type)) return { row: type, fields: this.asked };
    const { asked } = this;
    const fields = this.below([...named('nodes', asked), ...named('node', this.below(named('edges', asked)))]);
    return { row: getNamedType(type.getFields().nodes?.type), fields };
  }

  private sidesAskedFor(): Sides {
    const pageInfo = this.pageInfo();
    return {
      before: named('hasPreviousPage', pageInfo).length > 0,
      after: named('hasNextPage', pageInfo).length > 0,
    };
  }

  private pageInfo(): FieldNode[] {
    return this.below(named('pageInfo', this.asked));
  }

  private asksForCursors(): boolean {
    const pageInfo = this.pageInfo();
    const edges = this.below(named('edges', this.asked));
    return named('cursor', edges).length > 0 || pageInfo.some(({ name }) => name.value.endsWith('Cursor'));
  }

  private below(fields: readonly FieldNode[]): FieldNode[] {
    return fields.flatMap(({ selectionSet }) => fieldsOf(selectionSet, this.info.fragments));
  }
}

const isConnection = (type: GraphQLNamedType) => type.name.endsWith('Connection');

function named(name: string, fields: readonly FieldNode[]): FieldNode[] {
  return fields.filter((field) => field.name.value === name);
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
