import { LRUCache } from 'lru-cache';

const DEFAULT_BYTES = 256 * 1024 * 1024;

/** Which part of it is for what has been used once. */
const FRESH_SHARE = 1 / 8;

interface Kept {
  readonly value: object;
  readonly weight: number;
}

/** Things of one kind that are kept, by a key that names each. */
export interface Shelf<V extends object> {
  get(key: string): V | undefined;
  /** What is kept under the key; made, and kept as long as there is room, where nothing is. */
  remember(key: string, make: () => V): V;
  delete(key: string): void;
}

/**
 * All that is kept of operations, which has one bound for what it weighs together: documents, plans, shapes and compiled executions.
 * What has been used only once has a small part of it for itself, so that a thousand operations that never come again take the place of
 * each other and not of those that do.
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

  /** How much is kept, in bytes, as far as it can be told. */
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
