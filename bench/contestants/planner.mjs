/**
 * Row-level security hides from PostgreSQL's planner how many rows there are: left alone it reads and sorts all of a company's
 * placements for the first page. Whoever has no other way to an index is helped to it, to its advantage: hand-written SQL and
 * PostGraphile, which then does as well as where the policies are simpler.
 */
export const PLANNER = '-c enable_bitmapscan=off -c enable_seqscan=off';
