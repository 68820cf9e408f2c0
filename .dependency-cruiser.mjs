/** The walls of the house (docs/architecture.md). `dev/check/walls.ts` reads this file, and `dev/check/walls.test.ts`
 *  plants one violation of every rule named here and expects that rule to fail. */

/** The rows, lowest first. A module looks down only; modules of one row never see each other. */
const ROWS = [
  ['kernel'],
  ['platform', 'analysis'],
  ['identity'],
  ['organisation'],
  ['governance'],
  ['conversation'],
  ['folds'],
  ['reading'],
  ['themes', 'opinions'],
  ['jams', 'anonymous', 'outreach', 'proficiency', 'plan'],
  ['rating'],
  ['polls', 'reach'],
  ['promises'],
  ['catch-up', 'reports'],
  ['insight', 'rehearsals', 'search'],
  ['notifications'],
  ['app'],
]

const DOORS = [
  ...['index', 'contract', 'events', 'messages', 'messages[-a-z]*[.][a-z]+'].map((door) => `^src/[^/]+/${door}[.]ts$`),
  // A thread loads the part that it computes with, and what every thread has.
  '^src/analysis/[^/]+/index[.]ts$',
  '^src/platform/in-thread[.]ts$',
  // What a start and a thread begin with: a small part of what index.ts loads.
  '^src/platform/ground[.]ts$',
  // Where few files are that a start and a thread load instead of many: known before anything of them is.
  '^src/platform/find-bundled[.]ts$',
]
const PURE = [
  '^src/(?:kernel|analysis)/',
  '^src/[^/]+/rules/',
  '^src/[^/]+/(?:contract|events|live-state|messages)[.]ts$',
  '^src/[^/]+/messages[-a-z]*[.][a-z]+[.]ts$',
]
/** Loads what it computes with when it is first asked; that nothing else of Node is in it is what tsconfig.pure.json sees to. */
const LATE = '^src/analysis/open-eld[.]ts$'
const STORE = '^src/[^/]+/store(?:[.]ts$|/)'
const TEST = '[.](?:test|spec)[.]tsx?$'
const WEB = ['^src/web-kit/', '^src/[^/]+/web/', '^src/app/.*[.]tsx$']
const oneOf = (modules) => `^src/(?:${modules.join('|')})/`

const rowRules = ROWS.flatMap((row, height) => {
  const lower = ROWS.slice(0, height).flat()
  return row.map((module) => ({
    name: 'rows-look-down',
    severity: 'error',
    comment: `${module} may import ${lower.join(', ') || 'nothing of ours'}: never upward, never sideways.`,
    from: { path: `^src/${module}/`, pathNot: TEST },
    to: { path: '^src/', pathNot: [oneOf([module, ...lower]), '^src/web-kit/'] },
  }))
})

export default {
  forbidden: [
    ...rowRules,
    {
      name: 'known-module',
      severity: 'error',
      comment: 'Every folder of src has its place in the rows of this file.',
      from: {},
      to: { path: '^src/', pathNot: [oneOf([...ROWS.flat(), 'web-kit'])] },
    },
    {
      name: 'through-the-door',
      severity: 'error',
      comment:
        'Another module is reached through index.ts, contract.ts, events.ts or its messages (in threads also parts of analysis and in-thread.ts, before all else platform/ground.ts). web/index.ts(x) is the door for the web of higher rows; web/*Page.tsx and web/*-page.tsx for src/app alone.',
      from: { path: '^src/([^/]+)/', pathNot: TEST },
      to: {
        path: '^src/[^/]+/',
        pathNot: [
          '^src/$1/',
          '^src/web-kit/',
          ...DOORS,
          '^src/[^/]+/web/index[.]tsx?$',
          '^src/[^/]+/web/[^/]*Page[.]tsx$',
        ],
      },
    },
    {
      name: 'pages-only-for-the-app',
      severity: 'error',
      comment: 'A page is put on a path by src/app alone.',
      from: { path: '^src/([^/]+)/', pathNot: ['^src/app/', TEST] },
      to: { path: '^src/[^/]+/web/[^/]*Page[.]tsx$', pathNot: '^src/$1/' },
    },
    {
      name: 'no-cycles',
      severity: 'error',
      comment: 'Files that need each other are one file, or a third is missing below them.',
      from: {},
      to: { circular: true },
    },
    {
      name: 'sql-only-in-store',
      severity: 'error',
      comment: 'Only store.ts (store/*.ts) and the platform reach the database driver.',
      from: {
        path: '^src/',
        pathNot: [STORE, '^src/platform/', '^src/app/(?:start|doctor|main|server|cli)[.]ts$', TEST],
      },
      to: { path: '(^|/)node_modules/(?:pg|kysely)/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'store-behind-use-cases',
      severity: 'error',
      comment: 'Routes, jobs, reactions and commands call a use case; the use case calls the store.',
      from: { path: '^src/[^/]+/(?:routes|jobs|on-events|cli)[.]ts$', pathNot: '^src/platform/' },
      to: { path: STORE, dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'rules-without-io',
      severity: 'error',
      comment: 'Rules, contracts, events and live states are pure: no Node, no driver, no use case, no store.',
      from: { path: PURE, pathNot: [TEST, LATE] },
      to: {
        pathNot: [
          ...PURE,
          '^src/[^/]+/index[.]ts$',
          '(^|/)node_modules/(?:typebox|eld|snowball-stemmers|stopwords-iso)/',
        ],
      },
    },
    {
      name: 'rules-know-pure-doors-only',
      severity: 'error',
      comment: 'The door of a module with stores is no place for a rule to look through; the kernel and analysis are.',
      from: { path: PURE, pathNot: TEST },
      to: { path: '^src/[^/]+/index[.]ts$', pathNot: '^src/(?:kernel|analysis)/' },
    },
    {
      name: 'server-without-web',
      severity: 'error',
      comment: 'The server runs without the web: pages reach it only as dist/pages.js.',
      from: { path: '^(?:src|dev|bench)/', pathNot: [...WEB, TEST] },
      to: { path: [...WEB, '(^|/)node_modules/(?:react|react-dom|react-aria-components|@tanstack|virtua)/'] },
    },
    {
      name: 'web-without-server',
      severity: 'error',
      comment: 'The web knows contracts, events, rules, live states, messages, the kernel and the web kit.',
      from: { path: WEB, pathNot: TEST },
      to: {
        pathNot: [...WEB, ...PURE, '^src/[^/]+/web/', '(^|/)node_modules/', '[.]css$'],
      },
    },
    {
      name: 'web-without-node',
      severity: 'error',
      comment: 'Nothing of Node and no driver in the browser.',
      from: { path: WEB, pathNot: [TEST, '^src/app/pages-entry[.]tsx$'] },
      to: { path: ['(^|/)node_modules/(?:fastify|@fastify|pg|kysely|pino|graphile-worker|nodemailer|prom-client)/'] },
    },
    {
      name: 'web-without-node-core',
      severity: 'error',
      comment: 'Nothing of Node in the browser.',
      from: { path: WEB, pathNot: TEST },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'web-kit-without-domain',
      severity: 'error',
      comment: 'The web kit has no word of the domain: of ours it knows the kernel and the contract of the platform.',
      from: { path: '^src/web-kit/', pathNot: TEST },
      to: { path: '^src/', pathNot: ['^src/web-kit/', '^src/kernel/', '^src/platform/(?:contract|events)[.]ts$'] },
    },
    {
      name: 'product-without-workshop',
      severity: 'error',
      comment: 'The product never imports tests, benchmarks or tools of development.',
      from: { path: '^src/', pathNot: TEST },
      to: { path: ['^(?:test|dev|bench|faults)/', TEST] },
    },
    {
      name: 'product-without-dev-packages',
      severity: 'error',
      comment: 'What runs at the people who install it is a dependency, not a development dependency.',
      from: { path: '^src/', pathNot: [TEST, '^src/app/build-web[.]ts$'] },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'], pathNot: '(^|/)node_modules/@types/' },
    },
    {
      name: 'resolvable',
      severity: 'error',
      comment: 'Every import finds its file.',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(?:dist|data)/' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json', '.css'],
    },
  },
}
