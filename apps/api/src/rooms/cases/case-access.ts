import { Problem } from '../../kernel/problem.ts'

/**
 * What may be shown of a case. Throws `resource.not_found` for what is not there or not one's own, which look the same,
 * and `case.held` between a recovery of the password and the next time that the identifiers were given.
 */
export function readable<Row extends { readonly held: boolean }>(row: Row | null): Row {
  if (row === null) throw new Problem('resource.not_found')
  if (row.held) throw new Problem('case.held')
  return row
}
