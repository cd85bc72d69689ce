/**
 * Valid operations for which the hub's planner, which is Rust and not ours, finds no plan or prints a wrong one: INTERNAL. The
 * generated operations keep out of their way.
 */
export const UNPLANNED = [
  {
    says: 'a field that requires others, on an object found by its id',
    query: '{ node(id: "U2VjdG9yOml0") { ... on Sector { ceilingUse { basis } } } }',
  },
  {
    says: 'the same behind two steps from an object found by its id',
    query: `{ node(id: "Q29tcGFueTpwbHVzdw") {
      ... on Company { placements { nodes { sector { ceilingUse { basis } } } } } } }`,
  },
  {
    says: 'the same on a sector within a sector',
    query: '{ sectors { placementStats { sector { ceilingUse { basis } } } } }',
  },
] as const;
