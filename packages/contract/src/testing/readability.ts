/**
 * The Flesch-Kincaid grade of an English text: 0.39 × words a sentence + 11.8 × syllables a word − 15.59. Syllables are
 * counted as groups of vowels, without a silent e at the end.
 */
export function readingGrade(text: string): number {
  const sentences = text.split(/[.?!]+(?:\s|$)/).filter((sentence) => /\p{L}/u.test(sentence))
  const words = text.match(/[\p{L}\p{N}’'-]+/gu) ?? []
  const syllables = words.reduce((sum, word) => sum + syllablesOf(word), 0)
  return (0.39 * words.length) / sentences.length + (11.8 * syllables) / words.length - 15.59
}

function syllablesOf(word: string): number {
  const bare = word
    .toLowerCase()
    .replace(/[^a-z]/g, '')
    .replace(/(?:[^laeiouy]es|[^laeiouytd]ed|[^laeiou]e)$/, '')
  return Math.max(1, bare.match(/[aeiouy]+/g)?.length ?? 0)
}
