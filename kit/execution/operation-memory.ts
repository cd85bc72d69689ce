import { LRUCache } from 'lru-cache';

const DEFAULT_BYTES = 256 * 1024 * 1024;

/** The part of the memory for entries that were used only once. */
const FRESH_SHARE = 1 / 8;

interface Kept {
  readonly value: object;
  readonly weight: number;
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
  private readonly kept: LRUCache<string, Kept>;
  private readonly fresh: LRUCache<string, Kept>;
  private shelves = 0;

  constructor(bytes = DEFAULT_BYTES) {
    const sizeCalculation = ({ weight }: Kept) => Math.max(1, Math.ceil(weight));
    this.fresh = new LRUCache({ maxSize: Math.max(1, Math.floor(bytes * FRESH_SHARE)), sizeCalculation });
    this.kept = new LRUCache({ maxSize: Math.max(1, Math.floor(bytes * (1 - FRESH_SHARE))), sizeCalculation });
  }

  /** The estimated weight of all entries, in bytes. */
  get weight(): number {
    return (this.kept.calculatedSize ?? 0) + (this.fresh.calculatedSize ?? 0);
  }

  /** A shelf for things that weigh so many bytes. */
  shelf<V extends object>(weigh: (value: V) => number): Shelf<V> {
    this.shelves += 1;
    const prefix = `${this.shelves} `;
    const get = (key: string) => this.find(prefix + key) as V | undefined;
    return {
      get,
      remember: (key, make) => {
        const known = get(key);
        if (known) return known;
        const value = make();
        const name = prefix + key;
        this.fresh.set(name, { value, weight: weigh(value) + 2 * name.length });
        return value;
      },
      delete: (key) => {
        this.kept.delete(prefix + key);
        this.fresh.delete(prefix + key);
      },
    };
  }

  private find(name: string): object | undefined {
    const kept = this.kept.get(name);
    if (kept) return kept.value;
    const fresh = this.fresh.get(name);
    if (!fresh) return undefined;
    this.fresh.delete(name);
    this.kept.set(name, fresh);
    return fresh.value;
  }
}
