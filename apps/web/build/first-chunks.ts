interface ModuleGraph {
  getModuleInfo(id: string): { readonly importedIds: readonly string[] } | null
}

const boot = '/src/boot.ts'
const main = '/src/main.tsx'

/**
 * Puts what every page needs into two chunks: `base`, which the page's small script imports, and `main`, the
 * application. Left alone the bundler would cut out each module that some page imports as well, and the first page
 * would wait for thirty files of a few hundred bytes.
 */
export function firstChunks() {
  let graphs: { base: Set<string>; main: Set<string> } | undefined
  return {
    name(id: string, graph: ModuleGraph): string | null {
      graphs ??= { base: importedBy(boot, graph), main: importedBy(main, graph) }
      if (graphs.base.has(id)) return 'base'
      return graphs.main.has(id) ? 'shared' : null
    },
  }
}

/** Everything that a file of ours imports, and what that imports in turn; not what is fetched later. */
function importedBy(file: string, graph: ModuleGraph): Set<string> {
  const seen = new Set<string>()
  const open = [new URL(`..${file}`, import.meta.url).pathname]
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (seen.has(id)) continue
    seen.add(id)
    open.push(...(graph.getModuleInfo(id)?.importedIds ?? []))
  }
  return seen
}
