/** `npm run subgraph <name>`: one subgraph alone, over HTTP. */
import { openHub } from '../gateway/hub.js';
import { NODE_PORT } from '../gateway/node/node-subgraph.js';
import { openAuthenticator } from '../kit/authentication/authenticator.js';
import { gatewayCredentials } from '../kit/authentication/credentials.js';
import { readGatewaySecret } from '../kit/authentication/gateway-secret.js';
import { OperatorError } from '../kit/errors.js';
import { requirePort } from '../kit/http/listen.js';
import { serveSchema } from '../kit/http/serve-schema.js';
import { logger } from '../kit/logger.js';
import * as subgraphs from '../subgraphs/index.js';
import { hubEnvironment } from './hub-environment.js';
import { runService } from './run-script.js';
import { untilAsked } from './stop.js';

await runService(async (stop) => {
  const name = process.argv[2];
  const list = Object.values(subgraphs);
  const names = [...list.map((subgraph) => subgraph.name), 'node'];
  if (!name || !names.includes(name)) throw new OperatorError(`npm run subgraph <name>: one of ${names.join(', ')}`);
  const environment = hubEnvironment();
  // The one that is served runs here, wherever the gateway's environment says that it is found.
  delete environment.subgraphUrls[name];
  const definition = list.find((subgraph) => subgraph.name === name);
  const port = environment.port ?? definition?.port ?? NODE_PORT;
  await requirePort(environment.host, port);
  const hub = await openHub({
    subgraphs: list,
    environment,
    log: logger,
    progress: (line) => console.log(line),
    keepRunning: true,
    signal: stop.asked,
  });
  stop.hurried.addEventListener('abort', () => hub.cluster?.close());
  try {
    const served = hub.local.get(name) ?? hub.node;
    const server = await serveSchema({
      schema: served.schema,
      createContext: served.createContext,
      memory: hub.memory,
      credentialsOf: gatewayCredentials(await openAuthenticator(environment), readGatewaySecret(environment)),
      host: environment.host,
      port,
      probe: definition?.probe,
    });
    console.log(`The subgraph ${name} answers at ${server.url}. Ctrl-C stops it.`);
    await untilAsked(stop);
    await server.close();
  } finally {
    await hub.close();
  }
});
