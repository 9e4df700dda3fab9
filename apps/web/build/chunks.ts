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

/** Code that is wanted together travels in one file; a module is in the first group that names it. */
const codeGroups: readonly { readonly name: string; readonly files: readonly RegExp[] }[] = [
  {
    // What every form needs, beside what every page has.
    name: 'form',
    files: [
      /\/src\/ui\/(field|text-input|user-id-input|choices|error-summary|focus-box|failure-box|sent-form)\.tsx$/,
      /\/src\/ui\/(progress|dialog|confirm-dialog|back-link)\.tsx$/,
      /\/src\/lib\/(form-errors|problem-words|use-send|captcha\/(checked-send|use-due-check))\.tsx?$/,
      /\/node_modules\/zod\//,
      /\/contract\/src\/(shared\/(person|rule|unseen)|rooms\/captcha)\.ts$/,
    ],
  },
  {
    // What sends something of one's own, and says why it was not taken: more pages need it than the frame of these.
    name: 'send',
    files: [
      /\/src\/lib\/(keyed-send|own-pages\/(action-button|failure-alert|own-pages-copy))\.tsx?$/,
      /\/contract\/src\/credentials\/sign-in-limits\.ts$/,
    ],
  },
  {
    // The pages for whoever is signed in.
    name: 'own',
    files: [/\/src\/lib\/(own-pages\/(?!asked-action|save-button)[^/]+|require-session)\.tsx?$/],
  },
  {
    // Rules that are needed wherever changes are reported and files are sent; most are smaller than what a file costs.
    name: 'report',
    files: [
      /\/contract\/src\/(benefits\/calendar|rooms\/(documents|report-limits)|shared\/(dates|free-text|ids|page))\.ts$/,
      /\/src\/(lib\/(signed-in|documents\/place-keeper)|rooms\/changes\/today)\.ts$/,
    ],
  },
  {
    // How changes are told apart and called, on every page on which a report is written.
    name: 'flow',
    files: [
      /\/rooms\/changes\/(flow-copy|member-name|use-change-names|which-of-kind)\.tsx?$/,
      /\/rooms\/changes\/(draft\/(change-list|draft-changes)|flow\/taking-out)\.ts$/,
    ],
  },
  {
    // What stands around each step of a report.
    name: 'step',
    files: [
      /\/rooms\/changes\/(flow\/(step-frame|steps|review|kept-status|form-news|remove-change)|draft\/marks)\.tsx?$/,
    ],
  },
  {
    // How files stand that the service has.
    name: 'stored',
    files: [/\/src\/lib\/documents\/(stored-documents|documents\.queries)\.ts$/],
  },
]

/**
 * Puts what every page needs into two chunks: `base`, which is the page's own script, and `shared`, the application;
 * and other code, and words, that go together into one each. Left alone the bundler would cut out each module that some
 * page imports as well, and the first page would wait for thirty files of a few hundred bytes.
 */
export function chunks() {
  let graphs: { base: Set<string>; shared: Set<string> } | undefined
  return {
    name(id: string, graph: ModuleGraph): string | null {
      graphs ??= { base: importedBy(boot, graph), shared: importedBy(main, graph) }
      if (graphs.base.has(id)) return 'base'
      if (graphs.shared.has(id)) return 'shared'
      const group = codeGroups.find(({ files }) => files.some((pattern) => pattern.test(id)))
      return group?.name ?? wordGroup(id)
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
