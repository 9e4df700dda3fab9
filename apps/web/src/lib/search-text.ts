/** Folds case and accents, so that `informacion` finds `Información`. */
function foldForSearch(text: string): string {
  return text
    .normalize('NFD')
    .replaceAll(/\p{Mn}/gu, '')
    .toLowerCase()
}

/** Whether every word that was typed stands somewhere in the text, in any order. Nothing typed finds everything. */
export function findsAllWords(text: string, typed: string): boolean {
  const folded = foldForSearch(text)
  return foldForSearch(typed)
    .split(/\s+/)
    .every((word) => folded.includes(word))
}
