import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { fromRoot } from './workspace.ts'

/** The part of Vite's manifest that is read here: what each file of the build imports. */
export type Manifest = Readonly<Record<string, ManifestChunk>>

interface ManifestChunk {
  readonly file: string
  /** The name of a chunk that was put together by hand and so has no source file as its key. */
  readonly name?: string
  readonly imports?: readonly string[]
  readonly dynamicImports?: readonly string[]
}

export interface Weight {
  readonly what: string
  /** Bytes as they travel, gzip. */
  readonly bytes: number
  readonly limit: number
}

/** In bytes, gzip: a cheap phone on a slow line shows the first page within two seconds. */
const limits = { firstRoute: 95_000, css: 22_000, lazyRoute: 40_000 } as const

/** What the home page fetches beside the scripts that index.html names: the page and its words in one language. */
const homePage = (language: string): string[] => [
  'src/rooms/content/pages/home.tsx',
  `first-words.${language}`,
]

function keyOf(manifest: Manifest, wanted: string): string {
  const isWanted = ([key, { file, name }]: [string, ManifestChunk]): boolean =>
    [key, file, name].includes(wanted)
  const found = Object.entries(manifest).find(isWanted)
  if (found === undefined) {
    throw new Error(
      `The build has no chunk for ${wanted}, which packages/tooling/src/size-budget.ts asks for.`,
    )
  }
  return found[0]
}

/** The chunks that come with these ones, themselves included. */
function withImports(manifest: Manifest, keys: readonly string[], seen = new Set<string>()): Set<string> {
  for (const key of keys) {
    if (seen.has(key)) continue
    seen.add(key)
    withImports(manifest, manifest[key]?.imports ?? [], seen)
  }
  return seen
}

/**
 * Weighs what the first route loads (in its heavier language) and what each lazily loaded chunk adds to that.
 * `startFiles` are the scripts that the page itself names; bytes of a file are asked of `size`.
 */
export function weighScripts(
  manifest: Manifest,
  startFiles: readonly string[],
  size: (file: string) => number,
): Weight[] {
  const weigh = (keys: Iterable<string>): number => {
    const files = new Set([...keys].map((key) => manifest[key]?.file ?? ''))
    return [...files].filter((file) => file.endsWith('.js')).reduce((sum, file) => sum + size(file), 0)
  }
  const firstRoutes = ['en', 'es'].map((language) =>
    withImports(
      manifest,
      [...startFiles, ...homePage(language)].map((wanted) => keyOf(manifest, wanted)),
    ),
  )
  const first = new Set(firstRoutes.flatMap((keys) => [...keys]))
  const lazy = new Set(Object.values(manifest).flatMap(({ dynamicImports = [] }) => dynamicImports))
  return [
    { what: 'first route, JS', bytes: Math.max(...firstRoutes.map(weigh)), limit: limits.firstRoute },
    ...[...lazy]
      .filter((key) => !first.has(key))
      .map((key) => ({
        what: manifest[key]?.name ?? key,
        bytes: weigh([...withImports(manifest, [key])].filter((needed) => !first.has(needed))),
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
  const page = readFileSync(`${folder}/index.html`, 'utf8')
  const startFiles = [...page.matchAll(/(?:src|href)="\/([^"]+\.js)"/g)].map(([, file = '']) => file)
  const weights = [
    ...weighScripts(manifest, startFiles, size),
    { what: 'CSS', bytes: css, limit: limits.css },
  ]
  return weights.toSorted((one, other) => other.bytes / other.limit - one.bytes / one.limit)
}
