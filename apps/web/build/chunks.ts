interface ModuleGraph {
  getModuleInfo(id: string): { readonly importedIds: readonly string[] } | null
}

const boot = '/src/boot.ts'
const main = '/src/main.tsx'

/** Words that are always wanted together travel in one file a language; the others each in their own. */
const wordGroups = [
  { name: 'first-words', folders: ['lib', 'rooms/content/copy/home'] },
  {
    name: 'form-words',
    folders: [
      'lib/copy/problems',
      'lib/captcha',
      'lib/own-pages',
      'wizard',
      'rooms/account',
      'rooms/session',
    ],
  },
]

/** Code that every form needs, beside what every page has. */
const formCode = [
  /\/src\/ui\/(field|text-input|user-id-input|choices|error-summary|focus-box|failure-box|sent-form)\.tsx$/,
  /\/src\/ui\/(progress|dialog|back-link)\.tsx$/,
  /\/src\/lib\/(form-errors|problem-words|use-send|captcha\/(checked-send|use-due-check))\.tsx?$/,
  /\/node_modules\/zod\//,
  /\/contract\/src\/(shared\/(person|rule)|rooms\/captcha)\.ts$/,
]

/** Rules that are needed wherever changes are reported and files are sent; most are smaller than what a file costs. */
const reportCode = [
  /\/contract\/src\/(benefits\/calendar|rooms\/documents|shared\/(dates|free-text|ids))\.ts$/,
  /\/src\/(lib\/signed-in|rooms\/changes\/today)\.ts$/,
]

/** Code of the pages for whoever is signed in. */
const ownPagesCode = /\/src\/lib\/own-pages\/[^/]+\.tsx?$/

/**
 * Puts what every page needs into two chunks: `base`, which is the page's own script, and `shared`, the application;
 * what every form needs into a third, what every page for whoever is signed in needs into a fourth, what pages about
 * reports need into a fifth, and words that go together into one. Left alone the bundler would cut out each module that some page imports as well, and the first page
 * would wait for thirty files of a few hundred bytes.
 */
export function chunks() {
  let graphs: { base: Set<string>; shared: Set<string> } | undefined
  return {
    name(id: string, graph: ModuleGraph): string | null {
      graphs ??= { base: importedBy(boot, graph), shared: importedBy(main, graph) }
      if (graphs.base.has(id)) return 'base'
      if (graphs.shared.has(id)) return 'shared'
      if (formCode.some((pattern) => pattern.test(id))) return 'form'
      if (reportCode.some((pattern) => pattern.test(id))) return 'report'
      return ownPagesCode.test(id) ? 'own' : wordGroup(id)
    },
  }
}

/** The group of a file of words, with its language; null for other files, and for words that travel alone. */
function wordGroup(id: string): string | null {
  const [, place = '', language = ''] = /\/src\/(.+)\/([a-z]{2})\.json$/.exec(id) ?? []
  const group = wordGroups.find(({ folders }) =>
    folders.some((folder) => place === folder || place === `${folder}/copy`),
  )
  return group ? `${group.name}.${language}` : null
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
