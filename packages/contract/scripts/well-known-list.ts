import { shortestCore, unmask } from '../src/credentials/disguises.ts'
import { passwordLength } from '../src/credentials/password.ts'
import { localWords } from './local-words.ts'

/** So many words go to the browser; with its code, the module then weighs no more than 35 kB compressed. */
export const commonCount = 15_500

/**
 * The words behind a list of well-known passwords, commonest first: the browser's share, and the rest.
 */
export function splitWords(listed: readonly string[]): { common: string[]; rarer: string[] } {
  const words = new Set<string>()
  for (const password of [...localWords, ...listed]) {
    const word = wordBehind(password)
    if (word !== null) words.add(word)
  }
  const ordered = [...words]
  return { common: ordered.slice(0, commonCount), rarer: ordered.slice(commonCount) }
}

/** What is left of a listed password without ornaments at its ends; the whole of it, when that is too little. */
function wordBehind(password: string): string | null {
  if (!/[a-z]/i.test(password)) return null
  const bare = unmask(password.replace(/^[^a-z]+|[^a-z]+$/gi, ''))
  const word = bare !== null && bare.length >= shortestCore ? bare : unmask(password)
  return word !== null && word.length >= shortestCore && word.length <= passwordLength.max ? word : null
}
