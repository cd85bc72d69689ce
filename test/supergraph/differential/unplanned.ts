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
  {
    says: 'a condition on a member of a union, within a condition: printed without a selection',
    query: `query ($one: Boolean = true, $two: Boolean = true) {
      statements(first: 1) @include(if: $one) {
        nodes {
          statedBy {
            ... on Person {
              statementsMade {
                subject { ... on Person @include(if: $two) { agreementsSigned { totalCount } } ... on Node { id } }
              }
            }
          }
        }
      }
    }`,
  },
  {
    says: 'a condition on a member of a union, below node or nodes: the same',
    query: `query ($yes: Boolean = true) {
      nodes(ids: []) {
        ... on Statement {
          statedBy {
            ... on Company {
              statements {
                subject {
                  ... on Company { placements { totalCount } }
                  ... on Person @include(if: $yes) { placements { totalCount } }
                }
              }
            }
          }
        }
      }
    }`,
  },
] as const;
