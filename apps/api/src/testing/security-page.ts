import { readFileSync } from 'node:fs'

/** docs/security.md, without the spaces that line its tables up. */
const page = readFileSync(new URL('../../../../docs/security.md', import.meta.url), 'utf8').replaceAll(
  / +/g,
  ' ',
)

/** The numbers that a sentence of the security page says, in the groups of the pattern; none where it says no such thing. */
export function documentedFigures(sentence: RegExp): number[] {
  const [, ...found] = sentence.exec(page) ?? []
  return found.map(Number)
}
