/** The import rules of the house: each is one sentence, and says why. */
export default {
  forbidden: [
    {
      name: 'kit-stands-alone',
      comment: 'The kit imports nothing of ours, because every subgraph is built with it.',
      severity: 'error',
      from: { path: '^kit/' },
      to: { path: '^(subgraphs|gateway|scripts|test|bench)/' },
    },
    {
      name: 'subgraphs-know-only-themselves',
      comment: 'A subgraph imports itself and the kit, so that it can be served alone; siblings are reached by key.',
      severity: 'error',
      from: { path: '^subgraphs/([^/]+)/' },
      to: { path: '^(subgraphs|gateway|scripts|test|bench)/', pathNot: '^subgraphs/$1/' },
    },
    {
      name: 'gateway-knows-no-subgraph',
      comment: 'The gateway is given its subgraphs, so that it works the same for those that run elsewhere.',
      severity: 'error',
      from: { path: '^gateway/' },
      to: { path: '^(subgraphs|scripts|test|bench)/' },
    },
    {
      name: 'nothing-imports-scripts',
      comment: 'Scripts are entry points; what another file needs does not belong in one.',
      severity: 'error',
      from: { path: '^(kit|gateway|subgraphs)/' },
      to: { path: '^(scripts|test|bench)/' },
    },
    {
      name: 'resolvers-touch-no-database',
      comment: 'Resolvers and references delegate to loaders, so that every read is batched and counted.',
      severity: 'error',
      from: { path: '^subgraphs/.+\\.(resolver|reference)\\.ts$' },
      to: { path: ['\\.entity\\.ts$', '^kit/database/(reader|connect|table)', 'node_modules/(kysely|pg|@mikro-orm)/'] },
    },
    {
      name: 'no-cycles',
      comment: 'Two files that need each other are one file, or lack a third; type-only imports do not count.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'what-serves-needs-no-development-package',
      comment: 'A hub is installed by npm ci --omit=dev, and what serves is compiled there.',
      severity: 'error',
      from: { path: '^(kit|gateway|subgraphs|scripts)/', pathNot: '^scripts/(schema|check)' },
      to: { dependencyTypes: ['npm-dev'] },
    },
    {
      name: 'declared-packages-only',
      comment:
        'What package.json does not list may be gone after the next install. The bench has a package.json of its own, which is installed when it runs.',
      severity: 'error',
      from: { pathNot: '^bench/' },
      to: { dependencyTypes: ['npm-no-pkg', 'unknown', 'undetermined'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default'] },
  },
};
