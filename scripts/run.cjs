// What the npm scripts run. A Node of any age can read this file, so that one that is too old says so in one line.
var OLDEST = 24;

if (Number(process.versions.node.split('.')[0]) < OLDEST) {
  console.error(
    'corridor-hub: Node ' +
      OLDEST +
      ' or later is needed, and this is ' +
      process.version +
      ' (' +
      process.execPath +
      '). On Linux (x64, arm64) and macOS (arm64) npm ci installs a new one, and the npm scripts use it; elsewhere install Node 26.',
  );
  process.exit(1);
}

require('./run/run-compiled.mjs');
