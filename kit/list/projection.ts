import {
  type FieldNode,
  type GraphQLObjectType,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  getNamedType,
  isObjectType,
  Kind,
  type SelectionSetNode,
} from 'graphql';
import { remember } from '../execution/remember.js';

/** The properties of a row that are read; undefined where it may be any of them. */
export type Projection = readonly string[] | undefined;

/** The properties of its row that each computed field of a type reads. A field that is not here may read any. */
export type FieldReads = Readonly<Record<string, readonly string[]>>;

/** Something whose rows can be read in part. */
interface Narrowable {
  readonly source: { narrow?(read: (reads: FieldReads) => Projection): void };
}

/**
 * Tells each list which properties of its rows the question needs, before it reads them: a row has thirty columns, and a page shows
 * seven. It is known when the list's field is resolved, whatever loaders it then goes through.
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
  list?.source.narrow?.((reads) => projectionOf(info, reads));
  return list;
}

/** What is made of a field of a document stays true as long as the document lives. */
const known = new WeakMap<FieldNode, { readonly projection: Projection }>();

function projectionOf(info: GraphQLResolveInfo, reads: FieldReads): Projection {
  const [node] = info.fieldNodes;
  if (!node || info.fieldNodes.length > 1) return undefined;
  return remember(known, node, () => ({ projection: project(info, reads) })).projection;
}

function project(info: GraphQLResolveInfo, reads: FieldReads): Projection {
  const connection = getNamedType(info.returnType) as GraphQLObjectType;
  const row = getNamedType(connection.getFields().nodes?.type);
  if (!isObjectType(row)) return undefined;
  const properties = new Set<string>();
  for (const name of rowFields(info)) {
    const computed = row.getFields()[name]?.resolve !== undefined;
    const needed = reads[name] ?? (computed ? undefined : [name]);
    if (!needed) return undefined;
    for (const property of needed) properties.add(property);
  }
  return [...properties].sort();
}

/** The fields that are asked of a list's rows, wherever fragments put them. What @skip and @include leave out counts as asked. */
function rowFields({ fieldNodes, fragments }: GraphQLResolveInfo): Set<string> {
  const names = new Set<string>();
  const visit = (set: SelectionSetNode | undefined, onField: (field: FieldNode) => void): void => {
    for (const selection of set?.selections ?? []) {
      if (selection.kind === Kind.FIELD) onField(selection);
      else if (selection.kind === Kind.INLINE_FRAGMENT) visit(selection.selectionSet, onField);
      else visit(fragments[selection.name.value]?.selectionSet, onField);
    }
  };
  const ofRow = (field: FieldNode) => {
    if (field.name.value !== '__typename') names.add(field.name.value);
  };
  const ofEdge = (field: FieldNode) => {
    if (field.name.value === 'node') visit(field.selectionSet, ofRow);
  };
  for (const node of fieldNodes) {
    visit(node.selectionSet, (field) => {
      if (field.name.value === 'nodes') visit(field.selectionSet, ofRow);
      if (field.name.value === 'edges') visit(field.selectionSet, ofEdge);
    });
  }
  return names;
}
