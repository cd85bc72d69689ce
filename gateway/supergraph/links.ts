import { type ConstDirectiveNode, type DocumentNode, Kind, valueFromASTUntyped } from 'graphql';
import { z } from 'zod';

/** Where the specifications of Federation are. */
export const APOLLO = 'https://specs.apollo.dev/';

/** One specification that a supergraph links, as its `schema @link(…)` says. */
export interface Link {
  /** The whole URL, e.g. `https://specs.apollo.dev/join/v0.5`. */
  readonly url: string;
  /** The URL without the version. It identifies the specification. */
  readonly identity: string;
  /** The last part of the identity, e.g. `join`. */
  readonly name: string;
  /** E.g. `v0.5`. */
  readonly version: string;
  /** The prefix that the document uses for it: the name, unless `as` says otherwise. */
  readonly prefix: string;
  /** SECURITY or EXECUTION if a gateway that does not know the specification must not serve the supergraph. */
  readonly purpose: string | undefined;
  /** Imported elements, from their own names to the names in the document. */
  readonly imports: ReadonlyMap<string, string>;
}

const link = z.object({
  url: z.string(),
  as: z.string().nullish(),
  for: z.string().nullish(),
  import: z.array(z.union([z.string(), z.object({ name: z.string(), as: z.string().nullish() })])).nullish(),
});

/** The specifications that a supergraph links. A link without a readable URL is ignored. */
export function linksOf(supergraph: DocumentNode): Link[] {
  return supergraph.definitions.flatMap((definition) => {
    if (definition.kind !== Kind.SCHEMA_DEFINITION && definition.kind !== Kind.SCHEMA_EXTENSION) return [];
    return (definition.directives ?? []).filter(({ name }) => name.value === 'link').flatMap(readLink);
  });
}

/** The name under which the document uses a directive of a linked specification, without the `@`. */
export function directiveName({ name, prefix, imports }: Link, directive: string): string {
  const imported = imports.get(`@${directive}`);
  if (imported !== undefined) return imported.slice(1);
  return directive === name ? prefix : `${prefix}__${directive}`;
}

function readLink(directive: ConstDirectiveNode): Link[] {
  const parsed = link.safeParse(argumentsOf(directive));
  if (!parsed.success) return [];
  const { url, as, for: purpose, import: imported } = parsed.data;
  const [version = '', name = ''] = url.split('/').reverse();
  const identity = url.slice(0, -version.length - 1);
  const imports = (imported ?? []).map((each): [string, string] =>
    typeof each === 'string' ? [each, each] : [each.name, each.as ?? each.name],
  );
  return [
    { url, identity, name, version, prefix: as ?? name, purpose: purpose ?? undefined, imports: new Map(imports) },
  ];
}

/** The arguments of a directive as plain values; enum values are their names. */
export function argumentsOf({ arguments: given = [] }: ConstDirectiveNode): Record<string, unknown> {
  return Object.fromEntries(given.map(({ name, value }) => [name.value, valueFromASTUntyped(value)]));
}
