import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  Kind,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import { limitExceeded } from './limit-exceeded.js';
import {
  MAX_ARGUMENTS,
  MAX_DIRECTIVES,
  MAX_FRAGMENTS,
  MAX_OPERATIONS,
  MAX_REPETITIONS,
  MAX_VARIABLES,
  type OperationLimits,
} from './operation-limits.js';

/** The size of a selection with its fragments written out. */
interface Size {
  selections: number;
  /** Levels of braces, without those that ask about the schema. */
  depth: number;
  /** How often the selection itself contains each response key. */
  readonly keys: Map<string, number>;
  /** How many aliases each field has in the selection itself. */
  readonly aliases: Map<string, number>;
}

/**
 * Measures a document, each fragment once, in time linear in its text.
 * @returns whether fragments spread each other in a circle, which only validation can say well
 * @throws HubError LIMIT_EXCEEDED
 */
export function measure(document: DocumentNode, limits: OperationLimits): { readonly isCyclic: boolean } {
  const measured = new Measurement(document, limits);
  return { isCyclic: measured.isCyclic };
}

class Measurement {
  isCyclic = false;
  private readonly fragments = new Map<string, FragmentDefinitionNode>();
  /** Undefined while the fragment is being measured. */
  private readonly sizes = new Map<string, Size | undefined>();

  constructor(
    { definitions }: DocumentNode,
    private readonly limits: OperationLimits,
  ) {
    const operations: OperationDefinitionNode[] = [];
    for (const definition of definitions) {
      if (definition.kind === Kind.FRAGMENT_DEFINITION) this.fragments.set(definition.name.value, definition);
      if (definition.kind === Kind.OPERATION_DEFINITION) operations.push(definition);
    }
    if (operations.length > MAX_OPERATIONS) throw limitExceeded(`A document may have ${MAX_OPERATIONS} operations.`);
    if (this.fragments.size > MAX_FRAGMENTS) throw limitExceeded(`A document may have ${MAX_FRAGMENTS} fragments.`);
    for (const operation of operations) this.checkOperation(operation);
    for (const name of this.fragments.keys()) this.fragment(name);
  }

  private checkOperation({ variableDefinitions = [], directives, selectionSet }: OperationDefinitionNode): void {
    if (variableDefinitions.length > MAX_VARIABLES) {
      throw limitExceeded(`An operation may have ${MAX_VARIABLES} variables.`);
    }
    checkDirectives({ directives });
    variableDefinitions.forEach(checkDirectives);
    const { depth } = this.size(selectionSet);
    if (depth <= this.limits.depth) return;
    throw limitExceeded(`An operation may be ${this.limits.depth} levels deep, its fragments written out.`);
  }

  private size({ selections }: SelectionSetNode): Size {
    const size: Size = { selections: 0, depth: 1, keys: new Map(), aliases: new Map() };
    for (const selection of selections) {
      checkDirectives(selection);
      this.count(size, 1);
      this.add(size, selection);
    }
    return size;
  }

  private add(size: Size, selection: SelectionNode): void {
    switch (selection.kind) {
      case Kind.FIELD:
        this.addField(size, selection);
        break;
      case Kind.INLINE_FRAGMENT:
        this.merge(size, this.size(selection.selectionSet), 1);
        break;
      case Kind.FRAGMENT_SPREAD:
        // A spread is no level of its own: the fields of its fragment stand where it does.
        this.merge(size, this.fragment(selection.name.value), 0);
    }
  }

  private addField(size: Size, { name, alias, arguments: given = [], selectionSet }: FieldNode): void {
    if (given.length > MAX_ARGUMENTS) throw limitExceeded(`A field may have ${MAX_ARGUMENTS} arguments.`);
    this.addKey(size, (alias ?? name).value, 1);
    if (alias && alias.value !== name.value) this.addAlias(size, name.value, 1);
    if (!selectionSet) return;
    const below = this.size(selectionSet);
    this.count(size, below.selections);
    if (!name.value.startsWith('__')) size.depth = Math.max(size.depth, 1 + below.depth);
  }

  private merge(size: Size, other: Size, levels: number): void {
    this.count(size, other.selections);
    size.depth = Math.max(size.depth, other.depth + levels);
    for (const [key, times] of other.keys) this.addKey(size, key, times);
    for (const [field, times] of other.aliases) this.addAlias(size, field, times);
  }

  private fragment(name: string): Size {
    const known = this.sizes.get(name);
    if (known) return known;
    const fragment = this.fragments.get(name);
    if (this.sizes.has(name)) this.isCyclic = true;
    if (!fragment || this.sizes.has(name)) return { selections: 0, depth: 0, keys: new Map(), aliases: new Map() };
    this.sizes.set(name, undefined);
    checkDirectives(fragment);
    const size = this.size(fragment.selectionSet);
    this.sizes.set(name, size);
    return size;
  }

  private count(size: Size, selections: number): void {
    size.selections += selections;
    if (size.selections <= this.limits.selections) return;
    throw limitExceeded(`An operation may have ${this.limits.selections} selections, its fragments written out.`);
  }

  private addKey({ keys }: Size, key: string, times: number): void {
    const total = (keys.get(key) ?? 0) + times;
    keys.set(key, total);
    if (total <= MAX_REPETITIONS) return;
    throw limitExceeded(`A selection may name a field ${MAX_REPETITIONS} times, its fragments written out.`);
  }

  private addAlias({ aliases }: Size, field: string, times: number): void {
    const total = (aliases.get(field) ?? 0) + times;
    aliases.set(field, total);
    if (total <= this.limits.aliases) return;
    throw limitExceeded(`A field may have ${this.limits.aliases} aliases in one selection.`);
  }
}

function checkDirectives({ directives = [] }: { readonly directives?: readonly unknown[] }): void {
  if (directives.length > MAX_DIRECTIVES) throw limitExceeded(`A place may have ${MAX_DIRECTIVES} directives.`);
}
