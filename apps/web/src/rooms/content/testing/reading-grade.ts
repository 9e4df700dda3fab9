/** How hard a text is to read: the Flesch-Kincaid school grade (Kincaid and others, 1975), from an English text. */
export function readingGrade(text: string): number {
  const sentences = sentencesOf(text)
  const words = sentences.flatMap(wordsOf)
  if (words.length === 0) return 0
  const syllables = words.reduce((sum, word) => sum + syllablesIn(word), 0)
  return (0.39 * words.length) / sentences.length + (11.8 * syllables) / words.length - 15.59
}

/**
 * The running text of a message: links by their words, no markup, no ICU placeholders. Labels and headings shorter
 * than five words are no sentences and would make every page look easier than it is; they are left out.
 */
export function proseOf(message: string): string {
  return message
    .replaceAll(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replaceAll(/\{(?:[^{}]|\{[^{}]*\})*\}/g, 'it')
    .replaceAll('**', '')
    .split('\n')
    .map((line) => line.replace(/^(?:- |\d+\. )/, '').trim())
    .filter((line) => wordsOf(line).length >= 5)
    .join('\n')
}

function sentencesOf(text: string): string[] {
  return text.split(/(?<=[.?])\s+|\n+/).filter((sentence) => wordsOf(sentence).length > 0)
}

function wordsOf(text: string): string[] {
  return text.match(/[\p{L}\p{N}][\p{L}\p{N}’'.@-]*/gu) ?? []
}

/** Counts groups of vowels, and leaves out the silent endings; close enough over a page. */
function syllablesIn(word: string): number {
  const letters = word.toLowerCase().replaceAll(/[^a-z]/g, '')
  if (letters.length <= 3) return 1
  const spoken = letters
    .replace(/(?:[^laeiouy]es|[^aeiouytd]ed|[^l]e)$/, (ending) => ending.charAt(0))
    .replace(/^y/, '')
  return Math.max(1, spoken.match(/[aeiouy]+/g)?.length ?? 0)
}
