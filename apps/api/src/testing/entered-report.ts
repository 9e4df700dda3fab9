import type { EnterReportRequest } from '@connect/contract/rooms/agency-change-reports'
import type { Receipt } from '@connect/contract/rooms/receipts'
import { aUsedIntegrator, type TestIntegrator } from './integrator.ts'
import { associate, type OwnCase } from './own-case.ts'
import { aChange } from './own-report.ts'
import { aQuickOwner, type QuickOwner } from './quick-owner.ts'
import { newKey } from './requests.ts'
import { aStoredCase, type StoredCase } from './stored-case.ts'
import type { TestApp } from './test-app.ts'

/** A case with an owner, and a worker of whoever feeds it who may do everything. */
export interface AgencyCase extends OwnCase {
  readonly worker: TestIntegrator
}

/** The same; the owner is somebody without an e-mail address unless told otherwise. */
export async function anAgencyCase(api: TestApp, known?: QuickOwner): Promise<AgencyCase> {
  const worker = await aUsedIntegrator(api)
  const stored = await aStoredCase(api, {}, worker.integratorId)
  const owner = known ?? (await aQuickOwner(api))
  const linkId = await associate(owner, stored.members[0])
  return { ...stored, owner, linkId, worker }
}

/** What a worker enters for the first member of a case. */
export function anEntry(told: StoredCase, changes: Partial<EnterReportRequest> = {}): EnterReportRequest {
  const { caseRef, members } = told
  const { memberId } = members[0]
  return { caseRef, memberId, channel: 'phone', changes: [aChange(told)], ...changes }
}

/** A report that the agency entered; answers its receipt. */
export async function anEnteredReport(
  told: StoredCase & Pick<AgencyCase, 'worker'>,
  changes: Partial<EnterReportRequest> = {},
): Promise<Receipt> {
  const answer = await told.worker.send('POST', '/agency/change-reports', anEntry(told, changes), newKey())
  if (answer.statusCode !== 201) throw new Error(`not entered: ${answer.body}`)
  return answer.json<Receipt>()
}
