import { describe, expect, test } from 'vitest';
import type { FilterValue } from '../../../kit/list/filter.js';
import { type Cells, type CoarseFields, coarseCells } from '../../../kit/stats/rounded-filter.js';

const COARSE: CoarseFields = {
  state: 'state',
  sector: 'sectorCode',
  startedOn: { year: 'startedYear', month: 'startedMonth' },
};
const read = (filter: FilterValue | null | undefined) =>
  coarseCells(filter, COARSE, (argument) => {
    throw new Error(argument);
  });

describe('a coarse filter is a set of cells', () => {
  test.each<[string, FilterValue | null | undefined, Cells]>([
    ['none', undefined, {}],
    ['null', null, {}],
    ['empty', {}, {}],
    ['nothing compared', { state: {}, startedOn: {} }, {}],
    ['one value', { state: { eq: 'EMPLOYED' } }, { state: ['EMPLOYED'] }],
    ['several values, each once', { sector: { in: ['it', 'care', 'it'] } }, { sectorCode: ['it', 'care'] }],
    ['no value', { sector: { in: [] } }, { sectorCode: [] }],
    ['both comparators', { sector: { eq: 'it', in: ['it', 'care'] } }, { sectorCode: ['it'] }],
    ['two dimensions', { sector: { eq: 'it' }, state: { eq: 'LOST' } }, { sectorCode: ['it'], state: ['LOST'] }],
    ['an empty and', { and: [] }, {}],
    [
      'parts of and on one dimension',
      { sector: { in: ['it', 'care'] }, and: [{ sector: { in: ['care', 'food'] } }, { state: { eq: 'LOST' } }] },
      { sectorCode: ['care'], state: ['LOST'] },
    ],
    ['parts that exclude each other', { and: [{ sector: { eq: 'a' } }, { sector: { eq: 'b' } }] }, { sectorCode: [] }],
    ['and inside and', { and: [{ and: [{ sector: { eq: 'a' } }] }] }, { sectorCode: ['a'] }],
    ['a year', { startedOn: { gte: '2025-01-01', lt: '2026-01-01' } }, { startedYear: ['2025'] }],
    ['a year by its last day', { startedOn: { gte: '2025-01-01', lte: '2025-12-31' } }, { startedYear: ['2025'] }],
    ['a year by the days around it', { startedOn: { gt: '2024-12-31', lt: '2026-01-01' } }, { startedYear: ['2025'] }],
    ['a month', { startedOn: { gte: '2025-04-01', lt: '2025-05-01' } }, { startedMonth: ['2025-04'] }],
    ['February of a leap year', { startedOn: { gte: '2024-02-01', lte: '2024-02-29' } }, { startedMonth: ['2024-02'] }],
    ['December', { startedOn: { gte: '2025-12-01', lte: '2025-12-31' } }, { startedMonth: ['2025-12'] }],
    [
      'a year and a month',
      {
        and: [
          { startedOn: { gte: '2025-01-01', lt: '2026-01-01' } },
          { startedOn: { gte: '2025-04-01', lt: '2025-05-01' } },
        ],
      },
      { startedYear: ['2025'], startedMonth: ['2025-04'] },
    ],
  ])('%s', (_, filter, cells) => expect(read(filter)).toEqual(cells));
});

describe('a finer filter is refused, by its path', () => {
  test.each<[string, FilterValue]>([
    ['filter.or', { or: [{ state: { eq: 'LOST' } }] }],
    ['filter.or', { or: [] }],
    ['filter.not', { not: { state: { eq: 'LOST' } } }],
    ['filter.reference', { reference: { eq: 'P-1' } }],
    ['filter.toString', { toString: { eq: 'P-1' } } as unknown as FilterValue],
    ['filter.and.1.reference', { and: [{ state: { eq: 'LOST' } }, { reference: { eq: 'P-1' } }] }],
    ['filter.and.0.or', { and: [{ or: [] }] }],
    ['filter.state.notIn', { state: { notIn: ['LOST'] } }],
    ['filter.state.isNull', { state: { isNull: true } }],
    ['filter.state.isNull', { state: { eq: 'LOST', isNull: false } }],
    ['filter.startedOn', { startedOn: { eq: '2025-01-01' } }],
    ['filter.startedOn', { startedOn: { gte: '2025-01-01' } }],
    ['filter.startedOn', { startedOn: { lt: '2025-01-01' } }],
    ['filter.startedOn', { startedOn: { gte: '2025-01-01', lt: '2025-01-02' } }],
    ['filter.startedOn', { startedOn: { gte: '2025-01-01', lt: '2027-01-01' } }],
    ['filter.startedOn', { startedOn: { gte: '2025-02-01', lt: '2026-02-01' } }],
    ['filter.startedOn', { startedOn: { gte: '2025-02-01', lte: '2025-02-27' } }],
    ['filter.startedOn', { startedOn: { gte: '2025-01-01', gt: '2024-12-31' } }],
    ['filter.startedOn', { startedOn: { gte: '2025-01-01', lt: '2026-01-01', isNull: false } }],
    ['filter.startedOn', { startedOn: { withinDays: 30 } }],
  ])('%s', (path, filter) => expect(() => read(filter)).toThrow(new Error(path)));
});
