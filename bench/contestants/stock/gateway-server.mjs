import { ApolloGateway, IntrospectAndCompose, RemoteGraphQLDataSource } from '@apollo/gateway';
import { ApolloServer } from '@apollo/server';
import { startStandaloneServer } from '@apollo/server/standalone';

/** Passes on who asks. */
class Subgraph extends RemoteGraphQLDataSource {
  willSendRequest({ request, context }) {
    for (const [name, value] of Object.entries(context.viewer ?? {})) request.http.headers.set(name, value);
  }
}

const gateway = new ApolloGateway({
  supergraphSdl: new IntrospectAndCompose({ subgraphs: JSON.parse(process.env.SUBGRAPHS) }),
  buildService: ({ url }) => new Subgraph({ url }),
});
await startStandaloneServer(new ApolloServer({ gateway }), {
  listen: { port: Number(process.env.PORT), host: '127.0.0.1' },
  context: async ({ req }) => {
    const { 'x-hub-role': role = 'PUBLIC', 'x-hub-company': company = '' } = req.headers;
    return { viewer: { 'x-hub-role': role, 'x-hub-company': company } };
  },
});
console.log('ready');
process.once('SIGTERM', () => process.exit());
