import type { Case } from '@connect/contract/rooms/cases'

/** What somebody of a case is called; undefined for whoever is not in it, or where it is not known. */
export function memberNameOf(facts: Case | undefined): (memberId: string) => string | undefined {
  return (memberId) => {
    const member = facts?.members.find(({ id }) => id === memberId)
    return member && `${member.firstName} ${member.lastName}`
  }
}
