/**
 * THE list: one line a subgraph, each after those that its seeds refer to. `npm run schema` writes the rest
 * (rover.yaml and schema/).
 */
export { sectors } from './sectors/subgraph.js';
export { companies } from './companies/subgraph.js';
export { people } from './people/subgraph.js';
export { tradeEvents } from './trade-events/subgraph.js';
