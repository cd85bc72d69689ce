/**
 * Row-level security hides from PostgreSQL's planner how many rows there are: left alone it reads and sorts all of a company's
 * placements for the first page. Whoever has no other way to an index is helped to it, to its advantage: all but the hub, which
 * has to find its own.
 */
export const PLANNER = '-c enable_bitmapscan=off -c enable_seqscan=off';
