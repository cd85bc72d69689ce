import { describe, expect, it } from 'vitest';
import { checkArguments } from '../../../kit/limits/argument-limits.js';

function refusal(args: Record<string, unknown>): unknown {
  try {
    checkArguments(args);
    return undefined;
  } catch (error) {
    const { message, extensions } = error as { message: string; extensions: unknown };
    return [message, extensions];
  }
}

const exceeded = (argument: string) => ({ code: 'LIMIT_EXCEEDED', argument });
const terms = (count: number) => Array.from({ length: count }, (_, n) => ({ slug: { eq: `s${n}` } }));

describe('arguments', () => {
  it.each([
    ['too many conditions', { filter: { or: terms(501) } }, 'filter: must have 500 conditions at most', 'filter'],
    [
      'one variable put in many times',
      { filter: { or: new Array(900).fill({ or: terms(900) }) } },
      'filter: must have 500 conditions at most',
      'filter',
    ],
    [
      'conditions of all comparators together',
      { filter: { or: new Array(251).fill({ slug: { eq: '', in: [''] } }) } },
      'filter: must have 500 conditions at most',
      'filter',
    ],
    [
      'conditions that are empty',
      { filter: { or: new Array(501).fill({}) } },
      'filter: must have 500 conditions at most',
      'filter',
    ],
    [
      'a list',
      { filter: { and: [{ slug: { in: new Array(1_001).fill('a') } }] } },
      'filter.and.0.slug.in: must have 1000 values at most',
      'filter.and.0.slug.in',
    ],
    [
      'a list of lists',
      { filter: { or: new Array(1_001).fill({}) } },
      'filter.or: must have 1000 values at most',
      'filter.or',
    ],
    [
      'a list that is an argument',
      { groupBy: new Array(1_001).fill('STATE') },
      'groupBy: must have 1000 values at most',
      'groupBy',
    ],
    [
      'a text',
      { filter: { not: { name: { contains: 'x'.repeat(1_001) } } } },
      'filter.not.name.contains: must have 1000 characters at most',
      'filter.not.name.contains',
    ],
    [
      'a text in a list',
      { filter: { slug: { in: ['a', 'x'.repeat(1_001)] } } },
      'filter.slug.in.1: must have 1000 characters at most',
      'filter.slug.in.1',
    ],
  ])('must not have %s', (_, args, message, argument) => {
    expect(refusal(args)).toEqual([message, exceeded(argument)]);
  });

  it('may have as much as that', () => {
    const filter = { or: terms(499), slug: { in: new Array(1_000).fill('x'.repeat(1_000)) } };
    expect(refusal({ filter, first: 3, after: 'x'.repeat(5_000), orderBy: null })).toBeUndefined();
  });
});
