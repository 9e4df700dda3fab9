import { basename, dirname, join, relative } from 'node:path/posix'

/** One file of the seeded tree, whose whole text is one import. */
export interface SeededImport {
  from: string
  to: string
  text: string
}

export interface LawBreaker extends SeededImport {
  rule: string
}

// rule, importing file, imported file or npm package. The importing file's name is made unique for each way of
// writing the import.
const illegal: readonly (readonly [rule: string, from: string, to: string])[] = [
  ['contract-knows-only-zod', 'packages/contract/src/rooms/x.ts', 'packages/client/src/client.ts'],
  ['contract-knows-only-zod', 'packages/contract/src/rooms/x.ts', 'apps/api/src/app.ts'],
  ['contract-knows-only-zod', 'packages/contract/src/rooms/x.ts', 'prisma/connect.ts'],
  ['contract-knows-only-zod', 'packages/contract/src/rooms/x.ts', 'react'],
  ['contract-knows-only-zod', 'packages/contract/src/rooms/x.ts', 'node:fs'],
  ['contract-tests-know-only-contract', 'packages/contract/src/rooms/x.test.ts', 'prisma/connect.ts'],
  ['client-knows-only-itself', 'packages/client/src/x.ts', 'packages/contract/src/problems.ts'],
  ['client-knows-only-itself', 'packages/client/src/x.ts', 'apps/web/src/lib/api.ts'],
  ['client-knows-only-itself', 'packages/client/src/x.ts', 'prisma/connect.ts'],
  ['households-know-only-contract', 'packages/households/src/x.ts', 'prisma/connect.ts'],
  ['prisma-knows-only-contract', 'prisma/x.ts', 'apps/api/src/app.ts'],
  ['tooling-starts-from-outside', 'packages/tooling/src/x.ts', 'apps/api/src/app.ts'],
  ['web-shared-looks-down', 'apps/web/src/ui/x.tsx', 'apps/web/src/rooms/account/page.tsx'],
  ['web-shared-looks-down', 'apps/web/src/lib/x.ts', 'apps/web/src/app/router.tsx'],
  ['web-shared-looks-down', 'apps/web/src/wizard/x.tsx', 'apps/web/src/rooms/account/page.tsx'],
  ['web-rooms-are-islands', 'apps/web/src/rooms/session/x.tsx', 'apps/web/src/rooms/account/page.tsx'],
  ['web-rooms-are-islands', 'apps/web/src/rooms/unheard-of/x.tsx', 'apps/web/src/rooms/account/page.tsx'],
  ['web-rooms-are-islands', 'apps/web/src/rooms/session/x.tsx', 'apps/web/src/app/router.tsx'],
  ['web-rooms-are-islands', 'apps/web/src/rooms/session/x.tsx', 'packages/client/src/client.ts'],
  ['web-never-sees-server', 'apps/web/src/app/x.tsx', 'apps/api/src/app.ts'],
  [
    'web-never-sees-server',
    'apps/web/src/rooms/session/x.tsx',
    'apps/api/src/rooms/session/session.service.ts',
  ],
  ['web-never-sees-database', 'apps/web/src/app/x.tsx', 'prisma/connect.ts'],
  ['web-never-sees-database', 'apps/web/src/app/x.tsx', '@prisma/client'],
  ['api-never-sees-web', 'apps/api/src/x.ts', 'apps/web/src/lib/api.ts'],
  ['api-never-sees-web', 'apps/api/src/x.ts', 'packages/client/src/client.ts'],
  ['only-stores-touch-the-database', 'apps/api/src/rooms/session/session.service.ts', 'prisma/connect.ts'],
  ['only-stores-touch-the-database', 'apps/api/src/rooms/session/session.service.ts', '@prisma/client'],
  ['only-stores-touch-the-database', 'apps/api/src/rooms/session/session.routes.ts', 'prisma/connect.ts'],
  ['only-stores-touch-the-database', 'apps/api/src/plugins/x.ts', 'prisma/connect.ts'],
  ['only-stores-touch-the-database', 'apps/api/src/adapters/captcha/x.ts', 'prisma/connect.ts'],
  ['only-stores-touch-the-database', 'apps/api/src/kernel/x.ts', 'pg'],
  [
    'routes-call-their-service',
    'apps/api/src/rooms/session/session.routes.ts',
    'apps/api/src/rooms/account/account.service.ts',
  ],
  [
    'routes-call-their-service',
    'apps/api/src/rooms/session/session.routes.ts',
    'apps/api/src/adapters/captcha/altcha.ts',
  ],
  [
    'routes-never-touch-stores',
    'apps/api/src/rooms/session/session.routes.ts',
    'apps/api/src/rooms/session/session.store.ts',
  ],
  [
    'services-know-their-own-store',
    'apps/api/src/rooms/session/session.service.ts',
    'apps/api/src/rooms/account/account.store.ts',
  ],
  [
    'services-know-their-own-store',
    'apps/api/src/rooms/session/session.service.ts',
    'apps/api/src/plugins/access.ts',
  ],
  [
    'other-services-are-types',
    'apps/api/src/rooms/session/session.service.ts',
    'apps/api/src/rooms/account/account.service.ts',
  ],
  [
    'other-services-are-types',
    'apps/api/src/rooms/session/session.service.ts',
    'apps/api/src/adapters/captcha/altcha.ts',
  ],
  ['services-never-see-the-web-server', 'apps/api/src/rooms/session/session.service.ts', 'fastify'],
  [
    'services-never-see-the-web-server',
    'apps/api/src/rooms/session/session.service.ts',
    'apps/api/src/rooms/session/session.routes.ts',
  ],
  [
    'stores-know-the-database',
    'apps/api/src/rooms/session/session.store.ts',
    'apps/api/src/rooms/account/account.store.ts',
  ],
  [
    'stores-look-down',
    'apps/api/src/rooms/session/session.store.ts',
    'apps/api/src/rooms/session/session.service.ts',
  ],
  ['stores-look-down', 'apps/api/src/rooms/session/session.store.ts', 'fastify'],
  ['stores-look-down', 'apps/api/src/kernel/x.store.ts', '@fastify/cookie'],
  ['deps-never-sees-the-web-server', 'apps/api/src/deps.ts', 'fastify'],
  ['deps-never-sees-the-web-server', 'apps/api/src/deps.ts', 'apps/api/src/rooms/session/session.routes.ts'],
  [
    'api-rooms-are-islands',
    'apps/api/src/rooms/session/session.format.ts',
    'apps/api/src/rooms/account/account.format.ts',
  ],
  [
    'api-rooms-are-islands',
    'apps/api/src/rooms/session/session.format.ts',
    'apps/api/src/rooms/account/account.service.ts',
  ],
  ['plugins-look-down', 'apps/api/src/plugins/x.ts', 'apps/api/src/rooms/account/account.service.ts'],
  ['adapters-look-down', 'apps/api/src/adapters/x.ts', 'apps/api/src/rooms/account/account.service.ts'],
  ['adapters-look-down', 'apps/api/src/adapters/x.ts', 'apps/api/src/plugins/access.ts'],
  ['adapters-are-types', 'apps/api/src/plugins/x.ts', 'apps/api/src/adapters/captcha/altcha.ts'],
  ['kernel-looks-down', 'apps/api/src/kernel/x.ts', 'apps/api/src/rooms/account/account.service.ts'],
  ['kernel-looks-down', 'apps/api/src/kernel/x.ts', 'apps/api/src/plugins/access.ts'],
  ['e2e-is-outside', 'e2e/journeys/x.ts', 'apps/api/src/app.ts'],
  ['e2e-is-outside', 'e2e/journeys/x.ts', 'apps/web/src/lib/api.ts'],
  ['e2e-is-outside', 'e2e/journeys/x.ts', 'prisma/connect.ts'],
  ['bench-is-outside', 'bench/x.ts', 'apps/api/src/app.ts'],
  [
    'made-up-households-stay-in-the-demonstration',
    'apps/api/src/rooms/session/x.service.ts',
    'packages/households/src/household.ts',
  ],
  ['test-helpers-stay-in-tests', 'apps/api/src/rooms/session/session.store.ts', 'prisma/testing/database.ts'],
  ['test-helpers-stay-in-tests', 'apps/api/src/x.ts', 'apps/api/src/testing/server.ts'],
  ['not-to-unresolvable', 'apps/web/src/app/x.tsx', '@connect/contract/nowhere'],
  ['not-to-unresolvable', 'apps/api/src/x.ts', './nowhere.ts'],
]

const legal: readonly (readonly [from: string, to: string])[] = [
  ['packages/contract/src/rooms/x.ts', 'zod'],
  ['packages/contract/src/rooms/x.ts', 'packages/contract/src/problems.ts'],
  ['packages/client/src/x.ts', 'packages/client/src/client.ts'],
  ['packages/households/src/x.ts', 'packages/contract/src/problems.ts'],
  ['apps/api/src/rooms/session/session.test.ts', 'packages/households/src/fed-case.ts'],
  ['apps/api/src/rooms/demo/demo.service.ts', 'packages/households/src/household.ts'],
  ['apps/web/src/lib/x.ts', 'packages/client/src/client.ts'],
  ['apps/web/src/wizard/x.tsx', 'packages/contract/src/problems.ts'],
  ['apps/web/src/rooms/session/x.tsx', 'apps/web/src/ui/field.tsx'],
  ['apps/web/src/rooms/session/x.tsx', 'apps/web/src/lib/api.ts'],
  ['apps/web/src/rooms/session/x.tsx', 'packages/contract/src/problems.ts'],
  ['apps/web/src/app/x.tsx', 'apps/web/src/rooms/account/page.tsx'],
  ['apps/api/src/rooms/session/session.routes.ts', 'apps/api/src/rooms/session/session.service.ts'],
  ['apps/api/src/rooms/session/session.routes.ts', 'apps/api/src/kernel/clock.ts'],
  ['apps/api/src/rooms/session/session.service.ts', 'apps/api/src/rooms/session/session.store.ts'],
  ['apps/api/src/rooms/session/session.store.ts', 'prisma/connect.ts'],
  ['apps/api/src/plugins/x.ts', 'fastify'],
  ['apps/api/src/kernel/x.store.ts', 'prisma/connect.ts'],
  ['apps/api/src/deps.ts', 'apps/api/src/rooms/account/account.service.ts'],
  ['e2e/journeys/x.ts', 'prisma/testing/database.ts'],
]

const packageNames: readonly (readonly [folder: RegExp, name: string])[] = [
  [/^packages\/contract\/src\/(.+)\.ts$/, '@connect/contract/$1'],
  [/^packages\/client\/src\/client\.ts$/, '@connect/client'],
  [/^packages\/households\/src\/(.+)\.ts$/, '@connect/households/$1'],
  [/^prisma\/(.+)\.ts$/, '@connect/prisma/$1'],
  [/^apps\/(api|web)\/(.+)$/, '@connect/$1/$2'],
]

const isOurFile = (to: string): boolean => /^(?:apps|packages|prisma|e2e|bench)\//.test(to)

function byName(to: string): string {
  const match = packageNames.find(([folder]) => folder.test(to))
  if (match === undefined) throw new Error(`No package name is known for ${to}.`)
  return to.replace(match[0], match[1])
}

function byPath(from: string, to: string): string {
  const path = relative(dirname(from), to)
  return path.startsWith('.') ? path : `./${path}`
}

/** deps.ts is one file with one name; every other importing file can have as many twins as there are cases. */
const twin = (from: string, mark: string): string =>
  from === 'apps/api/src/deps.ts' ? from : join(dirname(from), `${mark}-${basename(from)}`)

const value = (specifier: string): string => `import { value } from '${specifier}'\nvoid value`
const type = (specifier: string): string =>
  `import type { Value } from '${specifier}'\nexport type Mine = Value`

function waysToImport(from: string, to: string, mark: string): SeededImport[] {
  if (!isOurFile(to)) return [{ from: twin(from, mark), to, text: value(to) }]
  const path = { from: twin(from, `path-${mark}`), to, text: value(byPath(from, to)) }
  if (from === 'apps/api/src/deps.ts') return [path]
  return [path, { from: twin(from, `name-${mark}`), to, text: value(byName(to)) }]
}

function breakers(): LawBreaker[] {
  return illegal.flatMap(([rule, from, to], index) => {
    const ways = waysToImport(from, to, String(index))
    const asType = {
      from: twin(from, `type-${index}`),
      to,
      text: type(isOurFile(to) ? byPath(from, to) : to),
    }
    const mayBeType = rule === 'other-services-are-types' || rule === 'adapters-are-types'
    const all = mayBeType || from === asType.from ? ways : [...ways, asType]
    return all.map((way) => ({ rule, ...way }))
  })
}

export const lawBreakers: readonly LawBreaker[] = [
  ...breakers(),
  {
    rule: 'no-circular',
    from: 'apps/web/src/ui/ring-a.ts',
    to: 'apps/web/src/ui/ring-b.ts',
    text: value('./ring-b.ts'),
  },
]

const otherService = 'apps/api/src/rooms/account/account.service.ts'

/** Closes the ring; a ring is told once, at its first file. */
export const otherHalf: SeededImport = {
  from: 'apps/web/src/ui/ring-b.ts',
  to: 'apps/web/src/ui/ring-a.ts',
  text: value('./ring-a.ts'),
}

export const legalImports: readonly SeededImport[] = [
  ...legal.flatMap(([from, to], index) => waysToImport(from, to, `legal-${index}`)),
  {
    from: 'apps/api/src/rooms/session/type-legal-session.service.ts',
    to: otherService,
    text: type('../account/account.service.ts'),
  },
]

const seededFiles = new Set([...lawBreakers, ...legalImports, otherHalf].map(({ from }) => from))

/** The files of ours that are imported and are not themselves seeded. */
export const targets: readonly string[] = [
  ...new Set([...illegal.map(([, , to]) => to), ...legal.map(([, to]) => to)]),
]
  .filter(isOurFile)
  .filter((file) => !seededFiles.has(file))
