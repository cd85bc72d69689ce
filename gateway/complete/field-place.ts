import { type FieldNode, type GraphQLOutputType, getLocation, type SourceLocation } from 'graphql';

/** A field of one object type in a client's document. Its errors use it to say where they are. */
export class FieldPlace {
  private knownLocations: readonly SourceLocation[] | undefined;

  constructor(
    /** As errors call it, e.g. `Company.name`. */
    readonly name: string,
    /** The client's response key. */
    readonly key: string,
    /** The key under which the plan fetched it. */
    readonly source: string,
    readonly type: GraphQLOutputType,
    readonly nodes: readonly FieldNode[],
    private readonly siblings: readonly { readonly place?: FieldPlace }[],
  ) {}

  /** Computed once: a failed subgraph may fail a thousand values of one field. */
  get locations(): readonly SourceLocation[] {
    this.knownLocations ??= this.nodes.flatMap(({ loc }) => (loc ? [getLocation(loc.source, loc.start)] : []));
    return this.knownLocations;
  }

  /** The field of the same object that the plan fetched under this key, if the client asked for it. */
  sibling(source: string): FieldPlace | undefined {
    return this.siblings.find(({ place }) => place?.source === source)?.place;
  }
}
