import { changeTypeOf } from '@connect/contract/changes/change-types'
import type { ChangeDetails } from '@connect/contract/changes/draft-change'

interface NamedChange {
  readonly typeId: string
  readonly details?: ChangeDetails | undefined
}

/**
 * What follows the name of a change so that it is told from others of its kind in the same report: which of them it is,
 * and whom it is about where that is known, such as ` (2): Ana Ruiz`. Empty where it is the only one.
 */
export function whichOfKind(
  changes: readonly NamedChange[],
  index: number,
  memberName: (memberId: string) => string | undefined = () => undefined,
): string {
  const change = changes[index]
  const isAlike = ({ typeId }: NamedChange) => typeId === change?.typeId
  if (!change || changes.filter(isAlike).length < 2) return ''
  const number = changes.slice(0, index + 1).filter(isAlike).length
  const name = personIn(change, memberName)
  return name === '' ? ` (${String(number)})` : ` (${String(number)}): ${name}`
}

/** Whom the first of its questions about people names. */
function personIn(
  { typeId, details }: NamedChange,
  memberName: (memberId: string) => string | undefined,
): string {
  const question = changeTypeOf(typeId)?.fields.find(({ kind }) => kind === 'person')
  const person = question && details?.[question.id]
  if (typeof person !== 'object') return ''
  const { memberId, firstName, lastName } = person
  if (memberId !== undefined) return memberName(String(memberId)) ?? ''
  return [firstName, lastName].filter(Boolean).join(' ')
}
