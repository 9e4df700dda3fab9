// The law of imports (ARCHITECTURE.md shows it as a table). `pnpm check` holds it; packages/tooling/src/law.test.ts
// breaks every row of it and sees each refused. Rules name what a floor MAY import, so that a folder that nobody has
// thought of yet is closed from birth, and `$1` is the room that the importing file lives in.

const ours = '^(apps|packages|prisma|e2e|bench)/'
const contract = '^packages/contract/'
const client = '^packages/client/'
const households = '^packages/households/'
const databasePackages = ['^prisma/', '(^|/)node_modules/(@prisma/|prisma/|pg/|pg-boss/)']
const webFloors = '^apps/web/src/(ui|lib|wizard)/'
const apiFloor = (name) => `^apps/api/src/${name}/`
const tests = ['\\.test\\.tsx?$', '^apps/api/src/testing/']

const refuse = (name, from, to) => ({ name, severity: 'error', from, to })

/** Of our own code, nothing but what is listed. */
const onlyOurs = (name, from, ...allowed) => refuse(name, from, { path: ours, pathNot: allowed })

const everywhere = [
  refuse('no-circular', {}, { circular: true }),
  refuse('not-to-unresolvable', {}, { couldNotResolve: true }),
  refuse(
    'test-helpers-stay-in-tests',
    { pathNot: [...tests, '^(e2e|bench|prisma/testing)/', '^vitest\\.'] },
    { path: ['^prisma/testing/', '^apps/api/src/testing/', '\\.test\\.tsx?$'] },
  ),
]

const packages = [
  refuse(
    'contract-knows-only-zod',
    { path: `${contract}src/`, pathNot: tests },
    { pathNot: [contract, '(^|/)node_modules/zod/'] },
  ),
  onlyOurs('contract-tests-know-only-contract', { path: contract }, contract),
  onlyOurs('client-knows-only-itself', { path: client }, client),
  onlyOurs('households-know-only-contract', { path: households }, households, contract),
  onlyOurs('prisma-knows-only-contract', { path: '^prisma/' }, '^prisma/', contract),
  // It starts the server as a process of its own. Of the API it reads what settings there are, to judge them first.
  onlyOurs(
    'tooling-starts-from-outside',
    { path: '^packages/tooling/' },
    '^packages/tooling/',
    '^prisma/',
    contract,
    '^apps/api/src/config\\.ts$',
  ),
]

const web = [
  onlyOurs('web-never-sees-server', { path: '^apps/web/' }, '^apps/web/', contract, client),
  refuse('web-never-sees-database', { path: '^apps/web/' }, { path: databasePackages }),
  onlyOurs('web-shared-looks-down', { path: webFloors }, webFloors, contract, client),
  onlyOurs(
    'web-rooms-are-islands',
    { path: '^apps/web/src/rooms/([^/]+)/' },
    '^apps/web/src/rooms/$1/',
    webFloors,
    contract,
  ),
]

const apiCode = (path) => ({ path, pathNot: tests })
const api = [
  onlyOurs('api-never-sees-web', { path: '^apps/api/' }, '^apps/api/', contract, households, '^prisma/'),
  refuse(
    'only-stores-touch-the-database',
    { path: '^apps/api/src/', pathNot: [...tests, '\\.store\\.ts$', '^apps/api/src/deps\\.ts$'] },
    { path: databasePackages },
  ),
  onlyOurs(
    'routes-call-their-service',
    apiCode('^apps/api/src/rooms/([^/]+)/.*\\.routes\\.ts$'),
    '^apps/api/src/rooms/$1/',
    apiFloor('kernel'),
    contract,
  ),
  refuse('routes-never-touch-stores', apiCode('\\.routes\\.ts$'), { path: '\\.store\\.ts$' }),
  onlyOurs(
    'services-know-their-own-store',
    apiCode('^apps/api/src/rooms/([^/]+)/.*\\.service\\.ts$'),
    '^apps/api/src/rooms/$1/',
    '^apps/api/src/rooms/[^/]+/[^/]+\\.service\\.ts$',
    apiFloor('kernel'),
    apiFloor('adapters'),
    contract,
    // Services of real rooms are held off by the rule below.
    households,
  ),
  refuse(
    'made-up-households-stay-in-the-demonstration',
    { path: '^apps/api/src/', pathNot: [...tests, '^apps/api/src/rooms/demo/'] },
    { path: households },
  ),
  // Instances come from deps.ts. An import of the value would build a second service beside the first.
  refuse('other-services-are-types', apiCode('^apps/api/src/rooms/([^/]+)/.*\\.service\\.ts$'), {
    path: ['\\.service\\.ts$', apiFloor('adapters')],
    pathNot: '^apps/api/src/rooms/$1/',
    dependencyTypesNot: ['type-only'],
  }),
  refuse('services-never-see-the-web-server', apiCode('\\.service\\.ts$'), {
    path: ['\\.routes\\.ts$', '(^|/)node_modules/(fastify|@fastify/|fastify-)'],
  }),
  onlyOurs(
    'stores-know-the-database',
    apiCode('^apps/api/src/rooms/([^/]+)/.*\\.store\\.ts$'),
    '^apps/api/src/rooms/$1/',
    apiFloor('kernel'),
    contract,
    '^prisma/',
  ),
  refuse('stores-look-down', apiCode(['\\.store\\.ts$']), {
    path: ['\\.(service|routes)\\.ts$', '(^|/)node_modules/(fastify|@fastify/|fastify-)'],
  }),
  refuse('deps-never-sees-the-web-server', apiCode('^apps/api/src/deps\\.ts$'), {
    path: ['\\.routes\\.ts$', '(^|/)node_modules/(fastify|@fastify/|fastify-)'],
  }),
  // What is left in a room (formats, small decisions) is bound like a service, without other rooms.
  onlyOurs(
    'api-rooms-are-islands',
    apiCode('^apps/api/src/rooms/([^/]+)/(?!.*\\.(routes|service|store)\\.ts$)'),
    '^apps/api/src/rooms/$1/',
    apiFloor('kernel'),
    contract,
  ),
  onlyOurs(
    'plugins-look-down',
    apiCode(apiFloor('plugins')),
    apiFloor('plugins'),
    apiFloor('adapters'),
    apiFloor('kernel'),
    contract,
    '^prisma/',
  ),
  onlyOurs(
    'adapters-look-down',
    apiCode(apiFloor('adapters')),
    apiFloor('adapters'),
    apiFloor('kernel'),
    contract,
    '^prisma/',
  ),
  refuse('adapters-are-types', apiCode(apiFloor('plugins')), {
    path: apiFloor('adapters'),
    dependencyTypesNot: ['type-only'],
  }),
  onlyOurs('kernel-looks-down', apiCode(apiFloor('kernel')), apiFloor('kernel'), contract, '^prisma/'),
]

const outside = [
  onlyOurs(
    'e2e-is-outside',
    { path: '^e2e/' },
    '^e2e/',
    contract,
    client,
    households,
    '^prisma/testing/',
    '^packages/tooling/src/browser\\.ts$',
  ),
  onlyOurs(
    'bench-is-outside',
    { path: '^bench/' },
    '^bench/',
    contract,
    client,
    households,
    '^prisma/',
    '^packages/tooling/src/browser\\.ts$',
  ),
]

export default {
  forbidden: [...everywhere, ...packages, ...web, ...api, ...outside],
  options: {
    // Imports of types count too: a type that crosses a wall soon takes a value with it.
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    doNotFollow: { path: ['node_modules', '^prisma/generated/'] },
    exclude: { path: '(^|/)(dist|test-results|playwright-report)/' },
    // Without these, imports through the names of workspace packages are not seen, and pass.
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'node', 'default'],
      extensions: ['.ts', '.tsx', '.js', '.json'],
    },
  },
}
