import { describe, expect, test } from 'vitest'
import { weighScripts, type Manifest } from './size-budget.ts'

const page = 'src/rooms/account/step.tsx'

const manifest: Manifest = {
  '_base-1.js': { file: 'base.js', name: 'base', dynamicImports: ['_en-1.js', '_es-1.js', page] },
  '_shared-1.js': { file: 'shared.js', name: 'shared', imports: ['_base-1.js', '_react-1.js'] },
  '_react-1.js': { file: 'react.js', name: 'react' },
  '_en-1.js': { file: 'en.js', name: 'first-words.en' },
  '_es-1.js': { file: 'es.js', name: 'first-words.es' },
  'src/rooms/content/pages/home.tsx': { file: 'home.js', imports: ['_shared-1.js', '_card-1.js'] },
  '_card-1.js': { file: 'card.js', name: 'card' },
  [page]: { file: 'step.js', name: 'step', imports: ['_shared-1.js', '_card-1.js', '_form-1.js'] },
  '_form-1.js': { file: 'form.js', name: 'form' },
}

const sizes: Record<string, number> = {
  'base.js': 1,
  'shared.js': 10,
  'react.js': 1000,
  'en.js': 2,
  'es.js': 4,
  'home.js': 10_000,
  'card.js': 100,
  'step.js': 30_000,
  'form.js': 12_000,
}

const weigh = (): Record<string, { bytes: number; limit: number }> =>
  Object.fromEntries(
    weighScripts(manifest, ['base.js', 'shared.js'], (file) => sizes[file] ?? 0).map(({ what, ...rest }) => [
      what,
      rest,
    ]),
  )

describe('the size budget', () => {
  test('counts for the first route all that the home page waits for, once, in its heavier language', () => {
    expect(weigh()['first route, JS']).toEqual({ bytes: 11_115, limit: 95_000 })
  })

  test('counts for a lazy route what it brings beyond the first route', () => {
    expect(weigh()['step']).toEqual({ bytes: 42_000, limit: 40_000 })
  })

  test('does not pass over a page of the first route that was moved away', () => {
    const { 'src/rooms/content/pages/home.tsx': moved, ...rest } = manifest
    expect(moved).toBeDefined()
    expect(() => weighScripts(rest, ['base.js'], () => 1)).toThrow(
      'no chunk for src/rooms/content/pages/home.tsx',
    )
  })
})
