import { LRUCache } from 'lru-cache';

const DEFAULT_BYTES = 256 * 1024 * 1024;

/** The part of the memory for entries that were used only once. */
const FRESH_SHARE = 1 / 8;

interface Kept {
  readonly value: object;
  readonly weight: number;
  /** Takes it off its shelf. */
  forget(): void;
}

/** Kept entries of one kind, by key. */
export interface Shelf<V extends object> {
  get(key: string): V | undefined;
  /** The entry of the key. If there is none, it is made, and kept while there is room. */
  remember(key: string, make: () => V): V;
  delete(key: string): void;
}

/**
 * The memory for operations: documents, plans, shapes and compiled executions, with one limit for their total weight. Entries that were used
 * only once share a small part of it. A thousand operations that never repeat therefore replace each other, and not the operations that
 * do repeat.
 */
export class OperationMemory {
  private readonly kept: LRUCache<Kept, Kept>;
  private readonly fresh: LRUCache<Kept, Kept>;

  constructor(bytes = DEFAULT_BYTES) {
    this.fresh = bounded(bytes * FRESH_SHARE);
    this.kept = bounded(bytes * (1 - FRESH_SHARE));
  }

  /** The estimated weight of all entries, in bytes. */
  get weight(): number {
    return (this.kept.calculatedSize ?? 0) + (this.fresh.calculatedSize ?? 0);
  }

  /** A shelf for things that weigh so many bytes. */
  shelf<V extends object>(weigh: (value: V) => number): Shelf<V> {
    // Each shelf has keys of its own: what was used last is noted without them, so that a long text is compared once for each use.
    const byKey = new Map<string, Kept>();
    const get = (key: string) => {
      const kept = byKey.get(key);
      if (kept) this.use(kept);
      return kept?.value as V | undefined;
    };
    return {
      get,
      remember: (key, make) => {
        const known = get(key);
        if (known) return known;
        const value = make();
        const kept = { value, weight: weigh(value) + 2 * key.length, forget: () => byKey.delete(key) };
        if (this.fresh.set(kept, kept).has(kept)) byKey.set(key, kept);
        return value;
      },
      delete: (key) => {
        const kept = byKey.get(key);
        if (!kept) return;
        byKey.delete(key);
        this.kept.delete(kept);
        this.fresh.delete(kept);
      },
    };
  }

  private use(kept: Kept): void {
    if (this.kept.get(kept)) return;
    this.fresh.delete(kept);
    this.kept.set(kept, kept);
  }
}

function bounded(bytes: number): LRUCache<Kept, Kept> {
  return new LRUCache({
    maxSize: Math.max(1, Math.floor(bytes)),
    sizeCalculation: ({ weight }) => Math.max(1, Math.ceil(weight)),
    dispose: (kept, _, reason) => {
      if (reason === 'evict') kept.forget();
    },
  });
}
