/** A question as it is asked: its label is in the language in use. */
export interface AskedQuestion {
  readonly id: string
  readonly label: string
}

/** The labels of questions that were not asked before, and whether it is another set at all: another language is none. */
export function newIn(
  before: readonly AskedQuestion[],
  now: readonly AskedQuestion[],
): { readonly labels: readonly string[]; readonly isAnother: boolean } {
  const known = new Set(before.map(({ id }) => id))
  const added = now.filter(({ id }) => !known.has(id))
  return {
    labels: added.map(({ label }) => label),
    isAnother: added.length > 0 || now.length < before.length,
  }
}
