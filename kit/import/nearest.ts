import { Choices } from './choices.js';

/** The candidate that a word most likely meant, if any is near enough to be worth suggesting. */
export function nearest(word: string, candidates: readonly string[]): string | undefined {
  return new Choices(candidates.map((key) => ({ key, names: [] }))).nearest(word)[0]?.choice.key;
}
