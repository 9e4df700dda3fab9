/**
 * Letters and what stands for them in a disguise, a group each. A sign that stands for several letters (1 for i, l
 * and t, say) puts these into one group, so that every reading of it is tried at once. The first letter names the
 * group.
 */
const lookAlikes = ['a4@', 'b8gq69', 'c(', 'e3', 'ilt17!|+', 'o0', 's5$', 'z2', 'h#'] as const

const groupOf: ReadonlyMap<string, string> = new Map(
  lookAlikes.flatMap((group) => Array.from(group, (sign): [string, string] => [sign, group.charAt(0)])),
)

/** Signs that people put between letters; they say nothing. */
const separators = new Set(['.', '_', '-'])

/** Shortest word that is held against a password. */
export const shortestCore = 4

/** A word with case, separators and look-alike signs folded away; null when a sign stands for no letter. */
export function unmask(text: string): string | null {
  let word = ''
  for (const sign of text.toLowerCase()) {
    if (separators.has(sign)) continue
    const letter = groupOf.get(sign) ?? (isLetter(sign) ? sign : null)
    if (letter === null) return null
    word += letter
  }
  return word
}

/** The largest number of letters that may stand beside a word. */
const mostStrangers = 2

/**
 * Whether a stretch is plain enough to be taken for a word: `masked` of its letters are written as digits or signs, and
 * `strangers` letters stand beside it. Short words turn up by chance in random passwords, so they have to be plainer.
 */
function isPlainEnough(length: number, masked: number, strangers: number): boolean {
  if (length <= 4) return strangers === 0 && masked <= 1
  if (length === 5) return strangers === 0 && masked <= 3
  if (length === 6) return strangers === 0 || (strangers <= mostStrangers && masked === 0)
  return strangers <= mostStrangers
}

/**
 * What a password may be a disguise of: every stretch of it that reads as a word, when nothing but digits, signs and
 * at most two letters stand around it (as in `Sunshine1Aa!`). Where a digit at an end may be an ornament as well as a
 * letter (`hell0`), both readings are among the answers.
 */
export function coresOf(password: string): Set<string> {
  const cores = new Set<string>()
  const letters = countLetters(password)
  for (let start = 0, before = 0; before <= mostStrangers && start < password.length; start += 1) {
    let inside = 0
    let core = ''
    for (let end = start; end < password.length; end += 1) {
      const sign = password.charAt(end)
      const letter = unmask(sign)
      if (letter === null) break
      core += letter
      if (isLetter(sign)) inside += 1
      if (core.length < shortestCore) continue
      if (isPlainEnough(core.length, core.length - inside, letters - inside)) cores.add(core)
    }
    if (isLetter(password.charAt(start))) before += 1
  }
  return cores
}

function countLetters(text: string): number {
  return [...text].filter(isLetter).length
}

function isLetter(sign: string): boolean {
  return (sign >= 'a' && sign <= 'z') || (sign >= 'A' && sign <= 'Z')
}
