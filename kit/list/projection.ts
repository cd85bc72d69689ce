import {
  type FieldNode,
  type GraphQLObjectType,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  getNamedType,
  isObjectType,
} from 'graphql';
import { remember } from '../execution/remember.js';
import { fieldsOf } from '../schema/selection.js';

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

/** The fields that are asked of a list's rows, as its nodes and as the nodes of its edges. */
function rowFields({ fieldNodes, fragments }: GraphQLResolveInfo): Set<string> {
  const below = (fields: readonly FieldNode[], name: string) =>
    fields.filter((field) => field.name.value === name).flatMap((field) => fieldsOf(field.selectionSet, fragments));
  const ofList = fieldNodes.flatMap((node) => fieldsOf(node.selectionSet, fragments));
  const ofRows = [...below(ofList, 'nodes'), ...below(below(ofList, 'edges'), 'node')];
  return new Set(ofRows.map(({ name }) => name.value).filter((name) => name !== '__typename'));
}
