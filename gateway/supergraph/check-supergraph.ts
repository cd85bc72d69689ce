import { type DocumentNode, Kind, visit } from 'graphql';
import { OperatorError } from '../../kit/errors.js';
import { foldedName } from '../subgraph-name.js';
import { APOLLO, argumentsOf, type Link, linksOf } from './links.js';

/** The specifications that the gateway serves, and their versions. */
const SERVED: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  [`${APOLLO}link`, new Set(['v1.0'])],
  [`${APOLLO}join`, new Set(['v0.1', 'v0.2', 'v0.3', 'v0.4', 'v0.5'])],
  [`${APOLLO}inaccessible`, new Set(['v0.1', 'v0.2'])],
  [`${APOLLO}authenticated`, new Set(['v0.1'])],
  [`${APOLLO}requiresScopes`, new Set(['v0.1'])],
  [`${APOLLO}policy`, new Set(['v0.1'])],
  // A context that no argument reads changes nothing. An argument that reads one is refused separately.
  [`${APOLLO}context`, new Set(['v0.1'])],
]);

/** The planner and the composition library read these specifications under their own names only. */
const NOT_RENAMED = new Set(['link', 'join', 'inaccessible'].map((name) => APOLLO + name));

/**
 * Refuses a supergraph that needs something that the gateway cannot do. Otherwise the gateway could answer wrongly.
 * @throws OperatorError with one line for each reason
 */
export function checkSupergraph(supergraph: DocumentNode): void {
  const reasons = [...linkReasons(linksOf(supergraph)), ...nameReasons(supergraph), ...fieldReasons(supergraph)];
  if (reasons.length === 0) return;
  throw new OperatorError(['the gateway cannot serve this supergraph:', ...new Set(reasons)].join('\n'));
}

function linkReasons(links: readonly Link[]): string[] {
  if (!links.some(({ identity }) => identity === `${APOLLO}join`)) {
    return ['It does not link https://specs.apollo.dev/join, as every Federation 2 supergraph does.'];
  }
  return links.flatMap((link) => {
    if (link.purpose !== undefined && !SERVED.get(link.identity)?.has(link.version)) {
      return [`It links ${link.url} for ${link.purpose}, which the gateway does not know.`];
    }
    if (NOT_RENAMED.has(link.identity) && isRenamed(link)) {
      return [`It links ${link.url} under other names, which the gateway does not read.`];
    }
    return [];
  });
}

function isRenamed({ name, prefix, imports }: Link): boolean {
  return prefix !== name || [...imports].some(([own, local]) => own !== local);
}

/** Two names that become one would lead to one subgraph. */
function nameReasons(supergraph: DocumentNode): string[] {
  const reasons: string[] = [];
  const seen = new Map<string, string>();
  visit(supergraph, {
    Directive: (directive) => {
      if (directive.name.value !== 'join__graph') return;
      const name = String(argumentsOf(directive as never).name);
      const other = seen.get(foldedName(name));
      if (other !== undefined) reasons.push(`The subgraphs "${other}" and "${name}" are one name to it; rename one.`);
      seen.set(foldedName(name), name);
    },
  });
  return reasons;
}

function fieldReasons(supergraph: DocumentNode): string[] {
  return supergraph.definitions.flatMap((definition) => {
    if (definition.kind !== Kind.OBJECT_TYPE_DEFINITION && definition.kind !== Kind.INTERFACE_TYPE_DEFINITION)
      return [];
    return (definition.fields ?? []).flatMap((field) => {
      const place = `${definition.name.value}.${field.name.value}`;
      const joins = (field.directives ?? []).filter(({ name }) => name.value === 'join__field').map(argumentsOf);
      return joins.flatMap((join) => [...contextReasons(place, join), ...labelReasons(place, join)]);
    });
  });
}

function contextReasons(place: string, { contextArguments }: Record<string, unknown>): string[] {
  if (!Array.isArray(contextArguments) || contextArguments.length === 0) return [];
  return [`${place} takes an argument from a context (@fromContext), which it does not serve.`];
}

/** The gateway can only roll for a share of the requests. For any other label, something else would have to decide which requests get it. */
function labelReasons(place: string, { overrideLabel: label }: Record<string, unknown>): string[] {
  if (typeof label !== 'string' || /^percent\(\d{1,3}(\.\d{1,8})?\)$/.test(label)) return [];
  return [`${place} has @override(label: "${label}"), and nothing says for which requests; only percent(n) is served.`];
}
