interface Row {
  readonly questionId?: string
}

/** The questions that a row may still choose: all but those which other rows have chosen. */
export function questionsLeftFor<Question extends { readonly id: string }>(
  row: number,
  rows: readonly Row[],
  questions: readonly Question[],
): Question[] {
  const elsewhere = new Set(rows.filter((_, index) => index !== row).map(({ questionId }) => questionId))
  return questions.filter(({ id }) => !elsewhere.has(id))
}
