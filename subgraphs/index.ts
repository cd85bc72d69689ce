/** The list of subgraphs: one line for each. `npm run schema` writes the rest (rover.yaml and schema/). */
export { companies } from './companies/subgraph.js';
export { people } from './people/subgraph.js';
export { sectors } from './sectors/subgraph.js';
export { tradeEvents } from './trade-events/subgraph.js';
