/** THE list: one line a subgraph. `npm run schema` writes the rest (rover.yaml, schema/). */
export { companies } from './companies/subgraph.js';
