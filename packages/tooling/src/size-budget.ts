import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { fromRoot } from './workspace.ts'

/** The part of Vite's manifest that is read here: what each file of the build imports. */
export type Manifest = Readonly<Record<string, ManifestChunk>>

interface ManifestChunk {
  readonly file: string
  readonly isEntry?: boolean
  readonly isDynamicEntry?: boolean
  readonly imports?: readonly string[]
}

export interface Weight {
  readonly what: string
  /** Bytes as they travel, gzip. */
  readonly bytes: number
  readonly limit: number
}

/** In bytes, gzip: a cheap phone on a slow line shows the first page within two seconds. */
const limits = { firstRoute: 95_000, css: 22_000, lazyRoute: 40_000 } as const

/** What the home page fetches beside the entry, in one language: the application, its words, the page, its words. */
const firstRouteSources = (language: string): string[] => [
  'src/main.tsx',
  `src/lib/copy/${language}.json`,
  'src/rooms/content/pages/home.tsx',
  `src/rooms/content/copy/home/${language}.json`,
]

/** The chunks that come with these ones, themselves included. */
function withImports(manifest: Manifest, keys: readonly string[], seen = new Set<string>()): Set<string> {
  for (const key of keys) {
    if (seen.has(key)) continue
    const chunk = manifest[key]
    if (chunk === undefined)
      throw new Error(`The build has no chunk for ${key}; packages/tooling/src/size-budget.ts names it.`)
    seen.add(key)
    withImports(manifest, chunk.imports ?? [], seen)
  }
  return seen
}

/**
 * Weighs what the first route loads (in its heavier language) and what each lazily loaded chunk adds to that. Bytes of
 * a file are asked of `size`.
 */
export function weighScripts(manifest: Manifest, size: (file: string) => number): Weight[] {
  const weigh = (keys: Iterable<string>): number => {
    const files = new Set([...keys].map((key) => manifest[key]?.file ?? ''))
    return [...files].filter((file) => file.endsWith('.js')).reduce((sum, file) => sum + size(file), 0)
  }
  const entries = Object.keys(manifest).filter((key) => manifest[key]?.isEntry === true)
  const languages = ['en', 'es'].map((language) =>
    withImports(manifest, [...entries, ...firstRouteSources(language)]),
  )
  const everywhere = new Set(languages.flatMap((keys) => [...keys]))
  const lazy = Object.keys(manifest).filter(
    (key) => manifest[key]?.isDynamicEntry === true && !everywhere.has(key),
  )
  return [
    { what: 'first route, JS', bytes: Math.max(...languages.map(weigh)), limit: limits.firstRoute },
    ...lazy.map((key) => ({
      what: key,
      bytes: weigh([...withImports(manifest, [key])].filter((needed) => !everywhere.has(needed))),
      limit: limits.lazyRoute,
    })),
  ]
}

/** Weighs the build in apps/web/dist, that which uses up most of its budget first. Throws when there is none. */
export function weighBuild(): Weight[] {
  const folder = fromRoot('apps/web/dist')
  const manifestFile = `${folder}/.vite/manifest.json`
  if (!existsSync(manifestFile)) throw new Error('There is no build to weigh. Run pnpm build first.')
  const size = (file: string): number => gzipSync(readFileSync(`${folder}/${file}`)).length
  const styles = readdirSync(`${folder}/assets`).filter((file) => file.endsWith('.css'))
  const css = styles.reduce((sum, file) => sum + size(`assets/${file}`), 0)
  const manifest = JSON.parse(readFileSync(manifestFile, 'utf8')) as Manifest
  const weights = [...weighScripts(manifest, size), { what: 'CSS', bytes: css, limit: limits.css }]
  return weights.toSorted((one, other) => other.bytes / other.limit - one.bytes / one.limit)
}
