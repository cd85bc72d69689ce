import { getOperationAST, parse } from 'graphql';
import { pino } from 'pino';
import { describe, expect, it } from 'vitest';
import { Gateway } from '../../../gateway/gateway.js';
import { PUBLIC } from '../../../kit/viewer.js';
import { supergraphSdl } from '../federation/toy.js';

const sdl = supergraphSdl({
  subgraphs: {
    shelves: `
      type Query { shelves: [Shelf!] one: Shelf }
      type Shelf { number: Int! books: [Book!]! }
      type Book { title: String! author: String! pages: Int }`,
  },
  rows: [],
  resolvers: {},
});
const LARGE = '{ shelves { number books { title author pages } } }';
const SHELVES = 100;
const BOOKS = 120;

type Book = { title: string | null; author: string; pages: number | null };

function book(number: number): Book {
  return { title: `book ${number}`, author: 'Plus W', pages: number };
}

/** A gateway over one subgraph that holds many books; each shelf that the gateway reads is noted. */
function library(made: (shelf: number, number: number) => Book = (_, number) => book(number)) {
  const events: string[] = [];
  const shelf = (number: number) => ({
    get number() {
      events.push(`shelf ${number}`);
      return number;
    },
    books: Array.from({ length: BOOKS }, (_, at) => made(number, at)),
  });
  const gateway = new Gateway({
    supergraphSdl: sdl,
    executors: {
      shelves: async ({ document }) => {
        const isLarge = JSON.stringify(document).includes('"shelves"');
        return {
          data: isLarge ? { shelves: Array.from({ length: SHELVES }, (_, at) => shelf(at)) } : { one: shelf(-1) },
        };
      },
    },
    log: pino({ level: 'silent' }),
  });
  const ask = (query: string, signal?: AbortSignal) => {
    const document = parse(query);
    const operation = getOperationAST(document);
    if (!operation) throw new Error('There must be one operation.');
    return gateway.execute(document, operation, {}, { requestId: 'r-1', viewer: PUBLIC, ...(signal && { signal }) });
  };
  return { ask, events };
}

/** Waits until the gateway has read some of a large answer. */
async function begun(events: readonly string[]): Promise<void> {
  while (events.length === 0) await new Promise((resolve) => setImmediate(resolve));
}

describe('a large answer', () => {
  it('is completed in turns with other requests', async () => {
    const { ask, events } = library();
    await ask('{ one { number } }');
    events.length = 0;
    const large = ask(LARGE).then((answer) => {
      events.push('large');
      return answer;
    });
    await begun(events);
    await ask('{ one { number } }');
    events.push('small');
    const { data, errors } = await large;
    expect(errors).toBeUndefined();
    expect(events.indexOf('small')).toBeGreaterThan(events.indexOf('shelf 0'));
    expect(events.indexOf('small')).toBeLessThan(events.indexOf(`shelf ${SHELVES - 1}`));
    expect(events.at(-1)).toBe('large');
    const books = Array.from({ length: BOOKS }, (_, at) => book(at));
    expect(data).toEqual({ shelves: Array.from({ length: SHELVES }, (_, number) => ({ number, books })) });
  });

  it('is given up at the deadline, in the middle of its completion', async () => {
    const { ask, events } = library();
    const deadline = new AbortController();
    const large = ask(LARGE, deadline.signal);
    await begun(events);
    deadline.abort();
    const { data, errors } = await large;
    expect([data, errors?.map(({ message, extensions }) => [message, extensions.code])]).toEqual([
      null,
      [['The request took too long.', 'UNAVAILABLE']],
    ]);
    expect(events).not.toContain(`shelf ${SHELVES - 1}`);
  });

  it('has its nulls where they belong, on both sides of a turn', async () => {
    // The last book of the last shelf costs the whole list.
    const lost = library((shelf, number) =>
      shelf === SHELVES - 1 && number === BOOKS - 1 ? { ...book(number), title: null } : book(number),
    );
    const { data, errors } = await lost.ask(LARGE);
    expect(data).toEqual({ shelves: null });
    expect(errors?.map(({ path }) => path)).toEqual([['shelves', SHELVES - 1, 'books', BOOKS - 1, 'title']]);
    const kept = library((_, number) => ({ ...book(number), pages: null }));
    expect((await kept.ask(LARGE)).data).toHaveProperty(`shelves.${SHELVES - 1}.books.${BOOKS - 1}.pages`, null);
  });

  it('of nothing but errors tells fifty of them', async () => {
    const wrong = library((_, number) => ({ ...book(number), pages: 0.5 }));
    const { data, errors = [] } = await wrong.ask(LARGE);
    expect(data).toHaveProperty(`shelves.${SHELVES - 1}.books.${BOOKS - 1}.pages`, null);
    expect(errors).toHaveLength(51);
    expect(errors.at(-1)?.message).toBe('An answer has 50 errors at most; there are more.');
    expect(errors[49]?.path).toEqual(['shelves', 0, 'books', 49, 'pages']);
  });
});
