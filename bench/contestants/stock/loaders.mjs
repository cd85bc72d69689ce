import DataLoader from 'dataloader';

/** One row for each key. */
export function byKey(em, entity, key) {
  return new DataLoader(async (keys) => {
    const rows = await em.find(entity, { [key]: { $in: keys } });
    const found = new Map(rows.map((row) => [row[key], row]));
    return keys.map((each) => found.get(each) ?? null);
  });
}

/** All rows for each key. */
export function listByKey(em, entity, key, orderBy) {
  return new DataLoader(async (keys) => {
    const rows = await em.find(entity, { [key]: { $in: keys } }, { orderBy });
    return keys.map((each) => rows.filter((row) => row[key] === each));
  });
}

/** A page of rows, of which one more than asked for was read. */
export function page(rows, first) {
  const nodes = rows.slice(0, first);
  const last = nodes.at(-1);
  return { nodes, pageInfo: { hasNextPage: rows.length > first, endCursor: last ? encode(last) : null } };
}

const encode = ({ startedOn, pk }) => Buffer.from(JSON.stringify([startedOn, pk])).toString('base64url');
export const decode = (cursor) => JSON.parse(Buffer.from(cursor, 'base64url').toString());
