import type { FedCase, FedMember, StoredCase as Told } from '@connect/contract/rooms/case-feed'
import { aFedCase, aReference } from '@connect/households/fed-case'
import { anIntegrator } from './integrator.ts'
import type { TestApp } from './test-app.ts'

export interface StoredCase {
  readonly caseId: string
  readonly caseRef: string
  readonly integratorId: string
  readonly members: readonly [FedMember, ...FedMember[]]
}

/** A case that an integrator told, a new one unless told otherwise: one member who may associate, as it is. */
export async function aStoredCase(
  api: TestApp,
  changes: Partial<FedCase> = {},
  integratorId?: string,
): Promise<StoredCase> {
  const fed = aFedCase(changes)
  const [first, ...others] = fed.members
  if (first === undefined) throw new Error('a case has at least one member')
  const feeder = await anIntegrator(api, ['cases:write'], integratorId === undefined ? {} : { integratorId })
  const caseRef = aReference('C')
  const told = await feeder.send('PUT', `/agency/cases/${caseRef}`, fed)
  if (told.statusCode !== 201) throw new Error(`no case: ${told.body}`)
  const { caseId } = told.json<Told>()
  return { caseId, caseRef, integratorId: feeder.integratorId, members: [first, ...others] }
}

/** What somebody has to show for a member. */
export function tripleOf({ clientId, birthYear, ssnLast4 }: FedMember) {
  return { clientId, birthYear, ssnLast4 }
}

/** The same with digits that are not theirs. */
export function wrongTripleOf(member: FedMember) {
  return { ...tripleOf(member), ssnLast4: member.ssnLast4 === '1111' ? '2222' : '1111' }
}
