import { randomUUID } from 'node:crypto'
import { dayInConnecticut } from '@connect/contract/benefits/calendar'
import type { FedMember } from '@connect/contract/rooms/case-feed'
import type { DemoHouseholds } from '@connect/contract/rooms/demo'
import { demoHouseholds } from '@connect/households/demo-households'
import { fedLetter } from '@connect/households/letter'
import type { Household } from '@connect/households/household'
import type { IntegratorActor, RequestContext } from '../../kernel/actor.ts'
import { Problem } from '../../kernel/problem.ts'
import type { Commit, Transaction } from '../../kernel/unit-of-work.ts'
import type { AssociationCodeService } from '../cases/association-code.service.ts'
import type { CaseFeeding } from '../cases/case-feeding.service.ts'
import { ensureDemoIntegrator } from './demo.store.ts'

export interface DemoDependencies {
  readonly db: Transaction
  readonly commit: Commit
  readonly feeding: Pick<CaseFeeding, 'feed' | 'notices'>
  readonly codes: AssociationCodeService
}

const integratorName = 'Demonstration'

type DemoPerson = DemoHouseholds['items'][number]['people'][number]

/** Fictional households in a demonstration, fed as a system of record would feed them. */
export function createDemoService({ db, commit, feeding, codes }: DemoDependencies) {
  /** What can be tried, since the last start. One-time codes are nowhere else in clear. */
  let items: DemoHouseholds['items'] = []

  /** Feeds one household anew: its days are reckoned from today. Who holds its client IDs goes on to hold them. */
  async function feed(
    actor: IntegratorActor,
    household: Household,
  ): Promise<DemoHouseholds['items'][number]> {
    const caseRef = `demo-${household.key}`
    const context = startContext()
    await feeding.feed.put(actor, caseRef, household.case, context).catch(unlessNewer)
    const adults = household.case.members.filter(({ mayAssociate }) => mayAssociate)
    for (const letter of household.letters) {
      const notice = await fedLetter(letter, adults[0]?.clientId ?? '')
      await feeding.notices.put(actor, { caseRef, noticeRef: letter.noticeRef }, notice, context)
    }
    const people: DemoPerson[] = []
    for (const member of adults) {
      const issued =
        member.ssnLast4 === undefined
          ? await codes.issue(commit, actor, { caseRef, memberId: member.memberId }, context)
          : undefined
      people.push(personOf(member, issued?.code))
    }
    return { key: household.key, about: household.about, people }
  }

  return {
    /** Stores the households as they are today, in place of those of the start before. */
    async start(): Promise<void> {
      const integratorId = await ensureDemoIntegrator(db, integratorName)
      // No token: nothing comes over the network here, so the trail names the integrator itself.
      const actor: IntegratorActor = { kind: 'integrator', tokenId: integratorId, integratorId, scopes: [] }
      const now = new Date()
      const fed: DemoHouseholds['items'] = []
      for (const household of demoHouseholds(now.toISOString(), dayInConnecticut(now)))
        fed.push(await feed(actor, household))
      items = fed
    },

    households(): DemoHouseholds {
      return { items }
    },
  }
}

/** Another instance that started a moment later has told the same. */
function unlessNewer(error: unknown): void {
  if (!(error instanceof Problem && error.code === 'case.stale')) throw error
}

/** What happens at the start was asked for by nobody over the network. */
function startContext(): RequestContext {
  return {
    requestId: randomUUID(),
    address: '127.0.0.1',
    receivedAt: performance.now(),
    device: 'other.other',
  }
}

function personOf(
  { firstName, lastName, clientId, birthYear, ssnLast4 }: FedMember,
  code?: string,
): DemoPerson {
  if (clientId === undefined) throw new Error('whoever may associate has a client ID')
  return { firstName, lastName, clientId, birthYear, ssnLast4: ssnLast4 ?? null, code: code ?? null }
}

export type DemoService = ReturnType<typeof createDemoService>
