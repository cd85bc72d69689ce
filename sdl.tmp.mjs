const mod = await import(`/work/main/dist/subgraphs/${process.argv[2]}/subgraph.js`);
const { federatedSchema } = await import('/work/main/dist/kit/schema/federated-schema.js');
const sub = Object.values(mod)[0];
console.log((await federatedSchema(sub.resolvers, sub.references)).sdl);
