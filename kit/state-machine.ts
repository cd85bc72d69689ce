/** The legal moves between the states of a thing, and the paths that they make. */
export class StateMachine<State extends string> {
  constructor(
    readonly initialStates: readonly State[],
    private readonly moves: Readonly<Record<State, readonly State[]>>,
  ) {}

  get states(): State[] {
    return Object.keys(this.moves) as State[];
  }

  /** The states that nothing leaves. */
  get terminalStates(): State[] {
    return this.states.filter((state) => this.moves[state].length === 0);
  }

  /** Whether one step leads from one state to another. From null: whether a thing may begin in that state. */
  canMove(from: State | null, to: State): boolean {
    return this.#next(from).includes(to);
  }

  /**
   * The fewest states that lead from `from` (null: from before the beginning) to `to`: without the first, with the last.
   * Empty where the two are the same, null where no legal path leads there.
   */
  pathBetween(from: State | null, to: State): State[] | null {
    return from === to ? [] : (this.#pathsFrom(from).get(to) ?? null);
  }

  /** The machine without some states and their transitions: the legal moves of a thing that was never in these states. */
  without(...left: State[]): StateMachine<State> {
    const keep = (states: readonly State[]) => states.filter((state) => !left.includes(state));
    const moves = Object.fromEntries(
      keep(this.states).map((state) => [state, keep(this.moves[state])]),
    ) as unknown as Record<State, readonly State[]>;
    return new StateMachine(keep(this.initialStates), moves);
  }

  /**
   * Every pair of states with a legal path between them, and each state that may follow itself, as a table for SQL:
   * `from_state` (null: a new thing), `to_state`, and `skipped`, the states that the path passes between the two.
   */
  get transitionsSql(): string {
    const rows = [null, ...this.states].flatMap((from) =>
      [...this.#pathsFrom(from)]
        .filter(([to]) => to !== from || this.canMove(from, to))
        .map(([to, path]) => `(${literal(from)}, ${literal(to)}, ${arrayLiteral(path.slice(0, -1))})`),
    );
    return `(values ${rows.join(', ')}) as transition (from_state, to_state, skipped)`;
  }

  #next(from: State | null): readonly State[] {
    return from === null ? this.initialStates : (this.moves[from] ?? []);
  }

  /** Breadth first, so that the first path found to a state is a shortest one. */
  #pathsFrom(from: State | null): Map<State, State[]> {
    const paths = new Map<State, State[]>();
    let reached: { state: State | null; path: State[] }[] = [{ state: from, path: [] }];
    while (reached.length > 0) {
      const further: typeof reached = [];
      for (const { state, path } of reached) {
        for (const next of this.#next(state)) {
          if (paths.has(next)) continue;
          paths.set(next, [...path, next]);
          further.push({ state: next, path: [...path, next] });
        }
      }
      reached = further;
    }
    return paths;
  }
}

/** A state machine as a table: where a thing may begin, and for every state where it may go next. A terminal state has an empty row. */
export function defineStateMachine<State extends string>(
  initialStates: readonly NoInfer<State>[],
  moves: Readonly<Record<State, readonly NoInfer<State>[]>>,
): StateMachine<State> {
  return new StateMachine(initialStates, moves);
}

function literal(state: string | null): string {
  return state === null ? 'null::text' : `'${state.replaceAll("'", "''")}'::text`;
}

function arrayLiteral(states: readonly string[]): string {
  return `array[${states.map(literal).join(', ')}]::text[]`;
}
