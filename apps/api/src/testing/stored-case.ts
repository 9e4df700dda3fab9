import { aFedCase, aReference } from '@connect/households/fed-case'
import type { FedCase, FedMember } from '@connect/contract/rooms/case-feed'
import { timeOrderedId } from '../kernel/ids.ts'
import { clientLookups, tripleLookup } from '../kernel/lookup.ts'
import { sealCase } from '../rooms/cases/case-summary.ts'
import type { TestApp } from './test-app.ts'

export interface StoredCase {
  readonly caseId: string
  readonly caseRef: string
  readonly integratorId: string
  readonly members: readonly [FedMember, ...FedMember[]]
}

/** A case that was fed: one member who may associate, unless told otherwise. */
export async function aStoredCase(
  api: TestApp,
  changes: Partial<FedCase> = {},
  integratorId = timeOrderedId(),
): Promise<StoredCase> {
  const { lookup, cipher, commit } = api.deps
  const fed = aFedCase(changes)
  const [caseId, caseRef] = [timeOrderedId(), aReference()]
  await commit(async (tx) => {
    await tx.benefitCase.create({
      data: { id: caseId, caseRef, integratorId, asOf: fed.asOf, ...sealCase(cipher, caseId, fed) },
    })
    await tx.caseMember.createMany({
      data: fed.members.map(({ memberId, clientId, birthYear, ssnLast4, mayAssociate }) => {
        const found = clientId === undefined ? null : clientLookups(lookup, clientId, birthYear)
        return {
          caseId,
          memberId,
          mayAssociate,
          clientLookup: found?.client ?? null,
          pairLookup: found?.pair ?? null,
          tripleLookup:
            clientId === undefined || ssnLast4 === undefined
              ? null
              : tripleLookup(lookup, { clientId, birthYear, ssnLast4 }),
        }
      }),
    })
  })
  const [first, ...others] = fed.members
  if (first === undefined) throw new Error('a case has at least one member')
  return { caseId, caseRef, integratorId, members: [first, ...others] }
}

/** What somebody has to show for a member. */
export function tripleOf({ clientId, birthYear, ssnLast4 }: FedMember) {
  return { clientId, birthYear, ssnLast4 }
}

/** The same with digits that are not theirs. */
export function wrongTripleOf(member: FedMember) {
  return { ...tripleOf(member), ssnLast4: member.ssnLast4 === '1111' ? '2222' : '1111' }
}
