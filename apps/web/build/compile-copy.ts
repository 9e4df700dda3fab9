import { readFileSync } from 'node:fs'
import { compileMessageOrThrow } from '@lingui/message-utils/compileMessage'
import type { Plugin } from 'vite'

const copyFile = /\/copy\/(?:.+\/)?[a-z]{2}\.json$/

/**
 * Compiles every `copy/**\/<language>.json` (ICU messages) to the form that Lingui's runtime reads, so that no
 * message parser reaches the browser. A message that cannot be parsed fails the build and names its key.
 */
export function compileCopy(): Plugin {
  return {
    name: 'connect:compile-copy',
    enforce: 'pre',
    load(id) {
      if (!copyFile.test(id)) return null
      this.addWatchFile(id)
      return { code: JSON.stringify(compileCatalog(readFileSync(id, 'utf8'), id)), moduleType: 'json' }
    },
  }
}

function compileCatalog(json: string, file: string): Record<string, unknown> {
  const messages = JSON.parse(json) as Record<string, string>
  return Object.fromEntries(
    Object.entries(messages).map(([key, message]) => {
      try {
        return [key, compileMessageOrThrow(message)]
      } catch (cause) {
        throw new Error(`${file}: the message “${key}” cannot be parsed`, { cause })
      }
    }),
  )
}
