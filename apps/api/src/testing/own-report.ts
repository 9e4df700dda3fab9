import { changeTypeOf } from '@connect/contract/changes/change-types'
import type { DraftChange } from '@connect/contract/changes/draft-change'
import { exampleChanges } from '@connect/contract/changes/paths'
import { statement } from '@connect/contract/changes/statement'
import { dayInConnecticut } from '@connect/contract/benefits/calendar'
import { reportResponse, type Report } from '@connect/contract/rooms/change-reports'
import { receiptResponse, type Receipt } from '@connect/contract/rooms/receipts'
import type { LightMyRequestResponse } from 'fastify'
import { anOwnCase, type OwnCase } from './own-case.ts'
import { newKey } from './requests.ts'
import type { TestApp } from './test-app.ts'

/** What a person signs a report with. */
export const signature = { signedName: 'Rosa Example', statementVersion: statement.version }

/** A change that may be submitted, of the first member of a case. */
export function aChange({ members }: Pick<OwnCase, 'members'>, typeId = 'start_job'): DraftChange {
  const type = changeTypeOf(typeId)
  if (type === undefined) throw new Error(`there is no kind of change ${typeId}`)
  const context = { memberId: members[0].memberId, today: dayInConnecticut(new Date()) }
  const [change] = exampleChanges(type, context)
  if (change === undefined) throw new Error(`there is no way through ${typeId}`)
  return change
}

export interface Draft {
  readonly id: string
  readonly report: Report
  readonly etag: string
}

/** What is told of a report, and its version. */
export function draftIn(response: LightMyRequestResponse, status: number): Draft {
  if (response.statusCode !== status) throw new Error(`no report: ${response.body}`)
  const report = reportResponse.parse(response.json())
  return { id: report.id, report, etag: response.headers.etag ?? '"1"' }
}

/** Begins a report about a case of one's own. */
export async function startReport(
  { owner, caseId }: Pick<OwnCase, 'owner' | 'caseId'>,
  correctsId?: string,
): Promise<Draft> {
  const body = { caseId, ...(correctsId !== undefined && { correctsId }) }
  return draftIn(await owner.browser.send('POST', '/change-reports', body, newKey()), 201)
}

/** Saves changes into a draft, answered as it comes. */
export function saveReport(
  { owner }: Pick<OwnCase, 'owner'>,
  { id, etag }: Pick<Draft, 'id' | 'etag'>,
  changes: readonly DraftChange[],
): Promise<LightMyRequestResponse> {
  return owner.browser.send('PATCH', `/change-reports/${id}`, { changes }, { 'if-match': etag })
}

/** A draft with changes in it. */
export async function aDraft(own: OwnCase, changes = [aChange(own)]): Promise<Draft> {
  return draftIn(await saveReport(own, await startReport(own), changes), 200)
}

/** Submits a draft, answered as it comes. */
export function submitReport(
  { owner }: Pick<OwnCase, 'owner'>,
  id: string,
  key = newKey(),
  instance?: TestApp,
): Promise<LightMyRequestResponse> {
  return owner.browser.send('POST', `/change-reports/${id}/submission`, signature, key, instance)
}

export interface OwnReport extends OwnCase {
  readonly id: string
  readonly receipt: Receipt
}

/** A report that somebody submitted about their own case. */
export async function anOwnReport(api: TestApp, own?: OwnCase, changes?: DraftChange[]): Promise<OwnReport> {
  const about = own ?? (await anOwnCase(api))
  const { id } = await aDraft(about, changes ?? [aChange(about)])
  const response = await submitReport(about, id)
  if (response.statusCode !== 201) throw new Error(`not submitted: ${response.body}`)
  return { ...about, id, receipt: receiptResponse.parse(response.json()) }
}

/** What its author reads of a report. */
export async function readReport({ owner }: Pick<OwnCase, 'owner'>, id: string): Promise<Report> {
  return draftIn(await owner.browser.send('GET', `/change-reports/${id}`), 200).report
}
