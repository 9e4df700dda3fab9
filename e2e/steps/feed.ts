import { dayInConnecticut } from '@connect/contract/benefits/calendar'
import { changeTypes } from '@connect/contract/changes/change-types'
import { exampleChanges } from '@connect/contract/changes/paths'
import {
  associationCodeResponse,
  storedCaseResponse,
  type FedCase,
  type FedMember,
} from '@connect/contract/rooms/case-feed'
import { receiptResponse, type Receipt } from '@connect/contract/rooms/receipts'
import { reviewsResponse, type CaseReview, type ReviewDecision } from '@connect/contract/rooms/case-reviews'
import type { TransitionTarget } from '@connect/contract/rooms/agency-change-reports'
import { demoHouseholds } from '@connect/households/demo-households'
import { aReference } from '@connect/households/fed-case'
import type { Household, Letter } from '@connect/households/household'
import { fedLetter } from '@connect/households/letter'
import { anIntegrator, newKey, type Answer, type Integrator } from '../integrator/integrator.ts'
import { newAddress } from '../portal/address.ts'
import { plant } from '../portal/plant.ts'
import { aPlantedMember } from '../portal/plant-member.ts'
import { portal } from '../portal/portal.ts'
import { aToken } from '../portal/token.ts'

/** A case as the system of record told it last. */
export interface ToldCase {
  readonly caseRef: string
  readonly caseId: string
  readonly told: FedCase
  /** Who may associate it, in the order of the case. */
  readonly adults: readonly [FedMember, ...FedMember[]]
}

type HouseholdKey =
  | 'single-elder'
  | 'family-of-six'
  | 'pregnant'
  | 'mixed-status'
  | 'renewal-due'
  | 'closed'
  | 'pending'
  | 'nothing-yet'

let systemOfRecord: Promise<Integrator> | undefined

/** The system of record of the process that runs the test. */
function systemOfRecordHere(): Promise<Integrator> {
  systemOfRecord ??= aToken([
    'cases:write',
    'reviews:decide',
    'change-reports:decide',
    'change-reports:write',
  ]).then((token) => anIntegrator(portal().address, newAddress(), token))
  return systemOfRecord
}

/** Tells a household of the shape that a demonstration has under this name; its people are planted, and nobody else's. */
export async function tellHousehold(key: HouseholdKey): Promise<ToldCase> {
  const now = new Date()
  const shape = demoHouseholds(now.toISOString(), dayInConnecticut(now)).find((each) => each.key === key)
  if (shape === undefined) throw new Error(`no household is called ${key}`)
  const told = await tellCase(asOwn(shape.case))
  for (const letter of shape.letters) await tellLetter(told, letter)
  return told
}

/** The same case for planted people with client IDs that nobody has. Who had no Social Security number has none. */
function asOwn(shape: Household['case']): FedCase {
  const members = shape.members.map(({ memberId, clientId, birthYear, ssnLast4, mayAssociate }) => {
    const { clientId: own, ssnLast4: digits, ...rest } = aPlantedMember({ memberId, birthYear, mayAssociate })
    return {
      ...rest,
      ...(clientId !== undefined && own !== undefined && { clientId: own }),
      ...(ssnLast4 !== undefined && digits !== undefined && { ssnLast4: digits }),
    }
  })
  return { ...shape, members }
}

/** Tells a case, or tells it anew under the reference that it has. */
export async function tellCase(told: FedCase, caseRef = aReference('C')): Promise<ToldCase> {
  const answer = await send('PUT', `/agency/cases/${caseRef}`, told)
  const { caseId } = storedCaseResponse.parse(JSON.parse(answer.text))
  const [first, ...others] = told.members.filter(({ mayAssociate }) => mayAssociate)
  const adults = first === undefined ? told.members : [first, ...others]
  return { caseRef, caseId, told, adults: adults as [FedMember, ...FedMember[]] }
}

/** Tells a letter; what it says is planted. */
async function tellLetter({ caseRef, adults }: ToldCase, letter: Letter): Promise<void> {
  plant(...letter.paragraphs.map((value) => ({ kind: 'letter' as const, value })))
  const notice = await fedLetter(letter, adults[0].clientId ?? '')
  await send('PUT', `/agency/cases/${caseRef}/notices/${letter.noticeRef}`, notice)
}

/** A one-time code for a member, as a worker would hand it over. */
export async function aCodeFor({ caseRef }: ToldCase, { memberId }: FedMember): Promise<string> {
  const answer = await send('POST', `/agency/cases/${caseRef}/association-codes`, { memberId })
  const { code = '' } = associationCodeResponse.parse(JSON.parse(answer.text))
  plant({ kind: 'code', value: code })
  return code
}

/** The review that waits for a decision about a case. */
export async function openReviewOf({ caseRef }: ToldCase): Promise<CaseReview> {
  const answer = await send('GET', '/agency/reviews?limit=100')
  const review = reviewsResponse.parse(JSON.parse(answer.text)).items.find((each) => each.caseRef === caseRef)
  if (review === undefined) throw new Error('nobody has to decide anything about this case')
  return review
}

/** A worker decides. */
export async function decide({ id }: CaseReview, decision: ReviewDecision): Promise<void> {
  await send('POST', `/agency/reviews/${id}/decision`, { decision })
}

/** A worker takes a report a step further, with words to whoever made it. */
export async function takeFurther(reportId: string, to: TransitionTarget, message?: string): Promise<void> {
  await send('POST', `/agency/change-reports/${reportId}/transitions`, { to, message })
}

/** A worker writes down what somebody of the case told by phone, today or on an earlier day: that a job began. */
export async function enterReport(
  { caseRef, adults }: ToldCase,
  receivedOn = dayInConnecticut(new Date()),
): Promise<Receipt> {
  const context = { memberId: adults[0].memberId, today: receivedOn }
  const changes = changeTypes
    .filter(({ id }) => id === 'start_job')
    .flatMap((type) => exampleChanges(type, context).slice(0, 1))
  const { memberId } = context
  const answer = await send('POST', '/agency/change-reports', {
    caseRef,
    memberId,
    channel: 'phone',
    receivedOn,
    changes,
  })
  return receiptResponse.parse(JSON.parse(answer.text))
}

/** Throws unless it was done. */
async function send(method: string, path: string, body?: unknown): Promise<Answer> {
  const agency = await systemOfRecordHere()
  const answer = await agency.sendPatiently(method, path, body, method === 'POST' ? newKey() : {})
  if (answer.status >= 300) throw new Error(`${method} ${path}: ${answer.text}`)
  return answer
}
