import type { Case } from '@connect/contract/rooms/cases'

/** What somebody of a case is called; undefined for whoever is not in it. */
export function memberNameOf({ members }: Case): (memberId: string) => string | undefined {
  return (memberId) => {
    const member = members.find(({ id }) => id === memberId)
    return member && `${member.firstName} ${member.lastName}`
  }
}
