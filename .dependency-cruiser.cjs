// The walls of the house, one rule each; test/walls.test.ts plants a violation for every one of them.

/** Tests, and what only tests use. */
const TEST = '(?:\\.test|-for-tests)\\.tsx?$';
/** Rooms of a module that run on the server. */
const SERVER_ROOM = '^src/modules/[^/]+/(?:api|store|jobs|papers|posters|reading|sending|writing)/';

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      comment: 'Files that need each other are one file, or two with a third between them.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'kernel-is-pure',
      comment: 'The kernel is vocabulary: it knows nothing but itself, no package and nothing of Node.',
      severity: 'error',
      from: { path: '^src/kernel/', pathNot: TEST },
      to: { pathNot: '^src/kernel/' },
    },
    {
      name: 'domain-is-pure',
      comment: 'Rules know the kernel and the other rules of their own module; time, randomness, data and other modules are arguments.',
      severity: 'error',
      from: { path: '^src/modules/([^/]+)/domain/', pathNot: TEST },
      to: { pathNot: ['^src/kernel/', '^src/modules/$1/domain/'] },
    },
    {
      name: 'contract-sees-domain-and-kernel',
      comment: 'Request and answer shapes are shared with browsers: they know rules, the kernel and the schema language.',
      severity: 'error',
      from: { path: '^src/modules/([^/]+)/contract/', pathNot: TEST },
      to: { pathNot: ['^src/kernel/', '^src/modules/$1/(?:domain|contract)/', '^node_modules/typebox/'] },
    },
    {
      name: 'modules-meet-at-the-front-door',
      comment: 'Another module is reached through its index.ts or its contract; everything else of it may change any day.',
      severity: 'error',
      from: { path: '^src/modules/([^/]+)/', pathNot: TEST },
      to: { path: '^src/modules/[^/]+/', pathNot: ['^src/modules/$1/', '^src/modules/[^/]+/(?:index\\.ts$|contract/)'] },
    },
    {
      name: 'ui-imports-no-server',
      comment: 'Pages and screens show what they are given; they never ask the database or answer a request.',
      severity: 'error',
      from: { path: '^src/modules/[^/]+/ui/', pathNot: TEST },
      to: {
        path: ['^src/modules/[^/]+/(?!ui/|contract/|domain/)', '^src/platform/', '^src/(?:main|run-office|compose|cli)', '^src/demo/'],
        // The faults that a page shows beside its fields are the ones that the server found.
        pathNot: ['^src/platform/i18n/', '^src/platform/http/validation-words\\.ts$'],
      },
    },
    {
      name: 'ui-imports-nothing-of-node',
      comment: 'Pages and screens are pure: what they show is an argument.',
      severity: 'error',
      from: { path: '^src/modules/[^/]+/ui/', pathNot: TEST },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'browser-reaches-no-server',
      comment: 'What the workspace is built from must not lead to the server, however many imports away.',
      severity: 'error',
      from: { path: '^src/(?:web/staff|modules/[^/]+/ui/(?:staff|field))/', pathNot: TEST },
      to: { path: [SERVER_ROOM, '^src/platform/(?!i18n/)', '^src/(?:main|run-office|compose|cli)'], reachable: true },
    },
    {
      name: 'store-knows-no-http',
      comment: 'SQL does not know who asks and how the answer looks.',
      severity: 'error',
      from: { path: '^src/modules/[^/]+/(?:store|jobs)/', pathNot: TEST },
      to: { path: ['^src/platform/http/', '^src/modules/[^/]+/(?:api|ui)/', '^src/web/', '^node_modules/(?:fastify|@fastify/)'] },
    },
    {
      name: 'papers-know-no-http-and-no-sql',
      comment: 'A paper is drawn from a view that it is given.',
      severity: 'error',
      from: { path: '^src/modules/[^/]+/(?:papers|posters)/', pathNot: TEST },
      to: { path: ['^src/platform/(?:http|db)/', '^src/modules/[^/]+/(?:api|store|ui)/', '^node_modules/(?:fastify|@fastify/|kysely|pg/)'] },
    },
    {
      name: 'platform-knows-no-module',
      comment: 'The platform serves every module and therefore knows none.',
      severity: 'error',
      from: { path: '^src/platform/', pathNot: TEST },
      to: { path: '^src/', pathNot: ['^src/platform/', '^src/kernel/'] },
    },
    {
      name: 'web-knows-no-module',
      comment: 'Shells and components of pages serve every module; only the workspace shell opens the screens of modules.',
      severity: 'error',
      from: { path: '^src/web/', pathNot: ['^src/web/staff/', TEST] },
      to: { path: '^src/(?:modules|demo|cli|main|run-office|compose)' },
    },
    {
      name: 'workspace-opens-screens-only',
      comment: 'The workspace shell knows the screens and contracts of modules, nothing else of them.',
      severity: 'error',
      from: { path: '^src/web/staff/', pathNot: TEST },
      to: { path: '^src/modules/', pathNot: '^src/modules/[^/]+/(?:ui/(?:staff|field)|contract)/' },
    },
    {
      name: 'inlined-script-stands-alone',
      comment: 'The script of public pages is inlined in each of them: every import is paid by every visitor.',
      severity: 'error',
      from: { path: '^src/web/enhance/', pathNot: TEST },
      // Phones judge photographs by the rule of the server: a pure file without imports.
      to: { pathNot: ['^src/web/enhance/', '^src/platform/pages/judge-picture\\.ts$'] },
    },
    {
      name: 'composition-is-the-root',
      comment: 'Who knows every module is known by nobody: only the command line starts the program.',
      severity: 'error',
      from: { path: '^src/', pathNot: ['^src/(?:main|run-office|compose|cli)\\.ts$', '^src/(?:cli|demo)/', TEST] },
      to: { path: ['^src/(?:main|run-office|compose|cli)\\.ts$', '^src/(?:cli|demo)/'] },
    },
    {
      name: 'program-without-tests',
      comment: 'The program never needs what only tests need.',
      severity: 'error',
      from: { path: '^src/', pathNot: TEST },
      to: { path: ['^(?:test|e2e|bench|bin)/', TEST] },
    },
    {
      name: 'program-without-development-packages',
      comment: 'What runs in an office is among the dependencies of package.json.',
      severity: 'error',
      // The script of public pages is bundled when somebody changes it, and the result is committed.
      from: { path: '^src/', pathNot: [TEST, '^src/web/public/enhancer/(?:bundle|generate)-enhancer\\.ts$'] },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'], pathNot: '^node_modules/@types/' },
    },
    {
      name: 'packages-are-declared',
      comment: 'A package that only happens to lie in node_modules may be gone tomorrow.',
      severity: 'error',
      from: {},
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    },
    {
      name: 'imports-lead-somewhere',
      comment: 'Every import must be found.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: '^node_modules/' },
    // Type imports are knowledge too.
    tsPreCompilationDeps: true,
    detectProcessBuiltinModuleCalls: true,
    moduleSystems: ['es6'],
    parser: 'tsc',
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.json', '.css', '.svg'],
      mainFields: ['module', 'main', 'types'],
    },
  },
};
