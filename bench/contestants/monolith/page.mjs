/** A page of rows, of which one more than asked for was read. */
export function page(rows, first) {
  const nodes = rows.slice(0, first);
  const last = nodes.at(-1);
  return { nodes, pageInfo: { hasNextPage: rows.length > first, endCursor: last ? encode(last) : null } };
}

const encode = ({ startedOn, pk }) => Buffer.from(JSON.stringify([startedOn, pk])).toString('base64url');

export function decode(cursor) {
  const [startedOn, pk] = JSON.parse(Buffer.from(cursor, 'base64url').toString());
  return { startedOn, pk };
}
