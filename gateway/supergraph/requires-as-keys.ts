import {
  type ConstDirectiveNode,
  type ConstValueNode,
  type DefinitionNode,
  type DocumentNode,
  type EnumValueDefinitionNode,
  type FieldDefinitionNode,
  type GraphQLSchema,
  type InterfaceTypeDefinitionNode,
  isAbstractType,
  isInterfaceType,
  isObjectType,
  isTypeDefinitionNode,
  Kind,
  type ObjectTypeDefinitionNode,
  parse,
  print,
  type TypeNode,
} from 'graphql';
import { fieldsOf } from '../../kit/schema/selection.js';
import { argumentOf, booleanValue, enumValue, stringValue, withArguments } from './join-directives.js';

type FieldsDefinition = ObjectTypeDefinitionNode | InterfaceTypeDefinitionNode;
type Changed = Readonly<Record<string, ConstValueNode | undefined>>;

/** An equivalent supergraph, and the subgraph behind each graph that it adds. */
export interface Rewritten {
  readonly sdl: string;
  readonly subgraphOf: ReadonlyMap<string, string>;
}

/** What fields of one type require in one graph, and the graph that takes these fields over. */
interface Requirement {
  readonly type: string;
  readonly graph: string;
  readonly fields: string;
  readonly added: string;
}

/**
 * Rewrites a supergraph so that no field requires others. Undefined if none does. A field with @requires moves to its own graph, behind
 * the same subgraph. The key of that graph is the key of the subgraph together with the required fields. The subgraph gets the same
 * representation as before, because it holds both. But the planner finds every path to a key, and not every path back to a subgraph
 * for a @requires.
 *
 * The added graph has only the key and the moved fields of that type. It has no path to other objects of the type, because these fields
 * cannot be resolved for an object without the required fields.
 */
export function requiresAsKeys(supergraph: GraphQLSchema, supergraphSdl: string): Rewritten | undefined {
  const document = parse(supergraphSdl, { noLocation: true });
  const requirements = requirementsOf(document);
  if (requirements.length === 0) return undefined;
  const rewriter = new Rewriter(supergraph, requirements);
  const definitions = document.definitions.map((definition) => rewriter.definition(definition));
  return { sdl: print({ ...document, definitions }), subgraphOf: rewriter.subgraphOf };
}

function requirementsOf(document: DocumentNode): Requirement[] {
  const found = new Map<string, Requirement>();
  for (const definition of document.definitions) {
    if (definition.kind !== Kind.OBJECT_TYPE_DEFINITION && definition.kind !== Kind.INTERFACE_TYPE_DEFINITION) continue;
    for (const directive of (definition.fields ?? []).flatMap(({ directives = [] }) => directives)) {
      const [graph, fields] = [argumentOf(directive, 'graph'), argumentOf(directive, 'requires')];
      if (directive.name.value !== 'join__field' || !graph || !fields) continue;
      const type = definition.name.value;
      const key = JSON.stringify([type, graph, fields]);
      if (!found.has(key)) found.set(key, { type, graph, fields, added: `${graph}__REQUIRES_${found.size}` });
    }
  }
  return [...found.values()];
}

class Rewriter {
  readonly subgraphOf = new Map<string, string>();
  private readonly roots: ReadonlySet<string | undefined>;

  constructor(
    private readonly supergraph: GraphQLSchema,
    private readonly requirements: readonly Requirement[],
  ) {
    const types = [supergraph.getQueryType(), supergraph.getMutationType(), supergraph.getSubscriptionType()];
    this.roots = new Set(types.map((type) => type?.name));
  }

  definition(definition: DefinitionNode): DefinitionNode {
    if (!isTypeDefinitionNode(definition) || this.roots.has(definition.name.value)) return definition;
    switch (definition.kind) {
      case Kind.ENUM_TYPE_DEFINITION:
        if (definition.name.value === 'join__Graph') return { ...definition, values: this.graphs(definition.values) };
        return { ...this.copied(definition), values: definition.values?.map((value) => this.copied(value)) };
      case Kind.INPUT_OBJECT_TYPE_DEFINITION:
        return { ...this.copied(definition), fields: definition.fields?.map((field) => this.copied(field)) };
      case Kind.OBJECT_TYPE_DEFINITION:
      case Kind.INTERFACE_TYPE_DEFINITION:
        return this.fieldsType(definition);
      default:
        return this.copied(definition);
    }
  }

  private graphs(values: readonly EnumValueDefinitionNode[] = []): EnumValueDefinitionNode[] {
    const added = this.requirements.flatMap((requirement) =>
      values
        .filter(({ name }) => name.value === requirement.graph)
        .map((value) => this.graph(value, requirement.added)),
    );
    return [...values, ...added];
  }

  private graph(value: EnumValueDefinitionNode, added: string): EnumValueDefinitionNode {
    const directives = value.directives?.map((directive) => {
      this.subgraphOf.set(added, argumentOf(directive, 'name') ?? value.name.value);
      return withArguments(directive, { name: stringValue(added) });
    });
    return { ...value, name: { ...value.name, value: added }, directives };
  }

  private fieldsType(definition: FieldsDefinition): FieldsDefinition {
    const { directives = [], fields = [], name } = definition;
    const keys = directives.flatMap((directive) => argumentOf(directive, 'key') ?? []);
    const graphs = new Set(directives.flatMap((directive) => argumentOf(directive, 'graph') ?? []));
    const copied = this.copied(definition, (directive, { type, fields: required }) => {
      const key = argumentOf(directive, 'key');
      if (key === undefined) return {};
      return type === name.value ? { key: stringValue(`${key} ${required}`) } : { resolvable: booleanValue(false) };
    });
    return { ...copied, fields: fields.map((field) => this.field(field, name.value, keys, [...graphs])) };
  }

  private field(field: FieldDefinitionNode, type: string, keys: readonly string[], graphs: readonly string[]) {
    const stays = (requirement: Requirement) => {
      if (requirement.type !== type) return !this.mayBe(field.type, requirement.type);
      return [requirement.fields, ...keys].some((each) => namesOf(each).has(field.name.value));
    };
    const given = field.directives ?? [];
    if (!given.some(isJoinField)) {
      // Without such a directive the field is in all graphs of its type, and so in the added ones.
      const added = this.requirements.filter(({ graph }) => graphs.includes(graph));
      if (added.every(stays)) return field;
      const everywhere = [...graphs, ...added.filter(stays).map((each) => each.added)];
      return { ...field, directives: [...given, ...everywhere.map(joinField)] };
    }
    return {
      ...field,
      directives: given.flatMap((directive) => {
        const required = argumentOf(directive, 'requires');
        const mine = this.ofGraph(directive);
        if (required === undefined) return [directive, ...mine.filter(stays).map((each) => inGraph(directive, each))];
        const takesOver = mine.filter((each) => each.type === type && each.fields === required);
        return takesOver.map((each) => withArguments(inGraph(directive, each), { requires: undefined }));
      }),
    };
  }

  /** Copies each directive about a graph for the graphs that take over fields from it. */
  private copied<Node extends { readonly directives?: readonly ConstDirectiveNode[] }>(
    node: Node,
    change: (directive: ConstDirectiveNode, requirement: Requirement) => Changed = () => ({}),
  ): Node {
    const directives = node.directives?.flatMap((directive) => [
      directive,
      ...this.ofGraph(directive).map((each) => withArguments(inGraph(directive, each), change(directive, each))),
    ]);
    return { ...node, directives };
  }

  private ofGraph(directive: ConstDirectiveNode): Requirement[] {
    return this.requirements.filter(({ graph }) => graph === argumentOf(directive, 'graph'));
  }

  /** Whether a value of a field may be an object of a type. */
  private mayBe(type: TypeNode, name: string): boolean {
    if (type.kind !== Kind.NAMED_TYPE) return this.mayBe(type.type, name);
    if (type.name.value === name) return true;
    const [wide, narrow] = [this.supergraph.getType(type.name.value), this.supergraph.getType(name)];
    if (!isAbstractType(wide) || !(isObjectType(narrow) || isInterfaceType(narrow))) return false;
    return this.supergraph.isSubType(wide, narrow);
  }
}

function inGraph(directive: ConstDirectiveNode, { added }: Requirement): ConstDirectiveNode {
  return withArguments(directive, { graph: enumValue(added) });
}

function isJoinField({ name }: ConstDirectiveNode): boolean {
  return name.value === 'join__field';
}

function joinField(graph: string): ConstDirectiveNode {
  const directive = { kind: Kind.DIRECTIVE, name: { kind: Kind.NAME, value: 'join__field' } } as const;
  return withArguments(directive, { graph: enumValue(graph) });
}

/** The fields at the top of a field set, such as `code` and `ceilings` of `code ceilings { value }`. */
function namesOf(fieldSet: string): ReadonlySet<string> {
  const [definition] = parse(`{ ${fieldSet} }`).definitions;
  if (definition?.kind !== Kind.OPERATION_DEFINITION) return new Set();
  return new Set(fieldsOf(definition.selectionSet, {}).map(({ name }) => name.value));
}
