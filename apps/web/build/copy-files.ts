import { globSync, readFileSync } from 'node:fs'
import { compileMessageOrThrow, type CompiledMessage } from '@lingui/message-utils/compileMessage'

export const sourceFolder = new URL('../src/', import.meta.url).pathname

/** The words of one place in one language: key and ICU message. */
export type Words = Readonly<Record<string, string>>

export function readWords(file: string): Words {
  return JSON.parse(readFileSync(file, 'utf8')) as Words
}

/** Every folder of copy, as a path under `src`. */
export function copyFolders(): string[] {
  const files = globSync('**/copy/**/en.json', { cwd: sourceFolder })
  return files.map((file) => file.replace(/\/en\.json$/, '')).sort()
}

/** Every file of program text under `src`, tests left out. */
export function sourceFiles(): string[] {
  return globSync('**/*.{ts,tsx}', { cwd: sourceFolder })
    .filter((file) => !/\.(test|gen)\.tsx?$/.test(file))
    .map((file) => sourceFolder + file)
}

/** What a message wants filled in: the names of its values, with their kinds, and its tags, sorted. */
export function placeholders(message: string): string[] {
  const found = new Set<string>()
  collect(compileMessageOrThrow(message), found)
  return [...found].sort()
}

function collect(tokens: CompiledMessage | string, found: Set<string>): void {
  for (const token of typeof tokens === 'string' ? [tokens] : tokens) {
    if (typeof token === 'string') {
      for (const [tag] of token.matchAll(/<\/?\w+\/?>/g)) found.add(tag)
      continue
    }
    const [name, kind = 'text', choices] = token
    found.add(`{${name}, ${kind}}`)
    if (!['plural', 'select', 'selectordinal'].includes(kind)) continue
    for (const [choice, inner] of Object.entries(
      choices as Record<string, CompiledMessage | number | undefined>,
    )) {
      if (choice !== 'offset' && inner !== undefined) collect(inner as CompiledMessage, found)
    }
  }
}
