/**
 * Sorted words as one text in which each word leaves out what it shares with the word before: a digit says how many
 * letters those are (nine at most), the rest follows. `0dragon6fly` is dragon, dragonfly. A third of the plain list,
 * when compressed.
 */
export function packWords(words: Iterable<string>): string {
  let packed = ''
  let previous = ''
  for (const word of [...new Set(words)].sort()) {
    const shared = sharedLength(previous, word)
    packed += `${shared}${word.slice(shared)}`
    previous = word
  }
  return packed
}

/** The words of `packWords`. */
export function unpackWords(packed: string): Set<string> {
  const words = new Set<string>()
  let previous = ''
  for (const [, shared = '0', rest = ''] of packed.matchAll(/(\d)([a-z]+)/g)) {
    previous = previous.slice(0, Number(shared)) + rest
    words.add(previous)
  }
  return words
}

function sharedLength(previous: string, word: string): number {
  let length = 0
  while (length < 9 && length < previous.length && previous[length] === word[length]) length += 1
  return length
}
