/** `npm run migration <subgraph>`: writes the migration that brings its tables to what its entities say now. */
import { openOrm } from '../kit/database/connect.js';
import { migrate } from '../kit/database/migrate.js';
import { OperatorError } from '../kit/errors.js';
import { openCluster } from '../kit/postgres/cluster.js';
import { projectFile } from '../kit/project.js';
import { databaseOf } from '../kit/subgraph.js';
import { unlessAborted } from '../kit/unless-aborted.js';
import * as subgraphs from '../subgraphs/index.js';
import { hubEnvironment } from './hub-environment.js';
import { writeMigration } from './migration/write-migration.js';
import { runScript } from './run-script.js';

await runScript(async ({ asked }) => {
  const list = Object.values(subgraphs);
  const subgraph = list.find(({ name }) => name === process.argv[2]);
  if (!subgraph)
    throw new OperatorError(`npm run migration <subgraph>: one of ${list.map(({ name }) => name).join(', ')}`);
  const cluster = await openCluster({ ...hubEnvironment(), signal: asked });
  try {
    const database = databaseOf(subgraph);
    await unlessAborted(asked, migrate(database, cluster.ownerUrl, cluster.applicationUrl));
    const orm = await openOrm(database, cluster.ownerUrl, 1);
    try {
      const changes = await orm.schema.getUpdateSchemaSQL({ wrap: false, schema: database.schema });
      console.log(await writeMigration(projectFile('subgraphs', subgraph.name, 'database', 'migrations'), changes));
    } finally {
      await orm.close(true);
    }
  } finally {
    await cluster.close();
  }
});
