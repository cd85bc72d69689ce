/** `npm start`: PostgreSQL, the subgraphs and the gateway, in one process. */
import { readFile } from 'node:fs/promises';
import { openHub } from '../gateway/hub.js';
import { startGateway } from '../gateway/server.js';
import { openAuthenticator } from '../kit/authentication/authenticator.js';
import { clientCredentials } from '../kit/authentication/credentials.js';
import { hasLocalIssuer } from '../kit/authentication/local-issuer.js';
import { requirePort } from '../kit/http/listen.js';
import { logger } from '../kit/logger.js';
import { projectFile } from '../kit/project.js';
import { unlessAborted } from '../kit/unless-aborted.js';
import * as subgraphs from '../subgraphs/index.js';
import { hubEnvironment } from './hub-environment.js';
import { runService } from './run-script.js';
import { loadFirstSample } from './sample/first-sample.js';
import { untilAsked } from './stop.js';

await runService(async (stop) => {
  const environment = hubEnvironment();
  const progress = (line: string) => console.log(line);
  const port = environment.port ?? 4000;
  await requirePort(environment.host, port);
  const hub = await openHub({
    subgraphs: Object.values(subgraphs),
    environment,
    log: logger,
    holdHubLock: true,
    keepRunning: true,
    progress,
    signal: stop.asked,
  });
  // The requests that are still being answered end with the database.
  stop.hurried.addEventListener('abort', () => hub.cluster?.close());
  try {
    // Before the sample: tokens can be made from here on.
    const authenticator = await openAuthenticator(environment);
    await unlessAborted(stop.asked, loadFirstSample(hub, environment.sample, progress));
    const gateway = await startGateway({
      supergraphSdl: await readFile(projectFile('schema', 'supergraph.graphql'), 'utf8'),
      executors: hub.executors,
      memory: hub.memory,
      host: environment.host,
      port,
      examplesDir: projectFile('examples'),
      credentialsOf: clientCredentials(authenticator),
      log: logger,
      allowedOrigins: environment.allowedOrigins,
      probes: Object.fromEntries(Object.values(subgraphs).map(({ name, probe }) => [name, probe])),
    });
    console.log(welcome(gateway.url, hasLocalIssuer(environment)));
    await untilAsked(stop);
    await gateway.close();
  } finally {
    await hub.close();
  }
});

function welcome(url: string, makesTokens: boolean): string {
  const more = makesTokens ? '; npm run -s token -- --role admin prints one that sees everything' : '';
  return `
Corridor Hub answers at ${url} (open it in a browser to explore). One question to try:

  curl -sG ${url} --data-urlencode 'query={ company(slug: "oec") { name officers { title person { name } } agreements { nodes { title event { name } } } } }'

Without a token it answers what is public${more}.
Ctrl-C stops it.`;
}
