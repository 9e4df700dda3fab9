import { describe, expect, test } from 'vitest'
import { weighScripts, type Manifest } from './size-budget.ts'

const manifest: Manifest = {
  'index.html': { file: 'assets/boot.js', isEntry: true, imports: ['_shared.js'] },
  '_shared.js': { file: 'assets/shared.js' },
  'src/main.tsx': { file: 'assets/main.js', isDynamicEntry: true, imports: ['_shared.js', '_react.js'] },
  '_react.js': { file: 'assets/react.js' },
  'src/lib/copy/en.json': { file: 'assets/en.js', isDynamicEntry: true },
  'src/lib/copy/es.json': { file: 'assets/es.js', isDynamicEntry: true },
  'src/rooms/content/pages/home.tsx': {
    file: 'assets/home.js',
    isDynamicEntry: true,
    imports: ['_react.js'],
  },
  'src/rooms/content/copy/home/en.json': { file: 'assets/home-en.js', isDynamicEntry: true },
  'src/rooms/content/copy/home/es.json': { file: 'assets/home-es.js', isDynamicEntry: true },
  'src/rooms/account/step.tsx': {
    file: 'assets/step.js',
    isDynamicEntry: true,
    imports: ['_react.js', '_form.js'],
  },
  '_form.js': { file: 'assets/form.js' },
}

const sizes: Record<string, number> = {
  'assets/boot.js': 1,
  'assets/shared.js': 10,
  'assets/main.js': 100,
  'assets/react.js': 1000,
  'assets/en.js': 2,
  'assets/es.js': 4,
  'assets/home.js': 10_000,
  'assets/home-en.js': 20,
  'assets/home-es.js': 40,
  'assets/step.js': 30_000,
  'assets/form.js': 12_000,
}

const weigh = (): Record<string, { bytes: number; limit: number }> =>
  Object.fromEntries(
    weighScripts(manifest, (file) => sizes[file] ?? 0).map(({ what, ...rest }) => [what, rest]),
  )

describe('the size budget', () => {
  test('counts for the first route all that the home page waits for, once, in its heavier language', () => {
    expect(weigh()['first route, JS']).toEqual({ bytes: 11_155, limit: 95_000 })
  })

  test('counts for a lazy route what it brings beyond the first route', () => {
    expect(weigh()['src/rooms/account/step.tsx']).toEqual({ bytes: 42_000, limit: 40_000 })
  })

  test('does not pass over a page of the first route that was moved away', () => {
    const { 'src/rooms/content/pages/home.tsx': moved, ...rest } = manifest
    expect(moved).toBeDefined()
    expect(() => weighScripts(rest, () => 1)).toThrow('no chunk for src/rooms/content/pages/home.tsx')
  })
})
