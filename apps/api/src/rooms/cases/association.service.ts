import { setTimeout as delay } from 'node:timers/promises'
import { associationLimits, type CaseLinkRequest } from '@connect/contract/rooms/case-links'
import type { RequestContext } from '../../kernel/actor.ts'
import type { RecordAudit } from '../../kernel/audit/audit-event.ts'
import { ownEvent } from '../../kernel/audit/own-event.ts'
import { spend, type CaptchaSpend } from '../../kernel/captcha-spending.ts'
import { timeOrderedId } from '../../kernel/ids.ts'
import { clientLookups, codeLookup, tripleLookup, type Lookup } from '../../kernel/lookup.ts'
import type { Notices } from '../../kernel/notices.ts'
import { Problem } from '../../kernel/problem.ts'
import type { RecordCipher } from '../../kernel/record-cipher.ts'
import type { Commit, Transaction } from '../../kernel/unit-of-work.ts'
import { countFailure, giveBackFailure, isTripped } from './association-breaker.store.ts'
import {
  clearAfterDigits,
  clearTries,
  giveBackTry,
  holdTotals,
  reserveCodeTry,
  reserveTry,
  type TrySubjects,
} from './association-counter.store.ts'
import { useCode } from './association-code.store.ts'
import { findMatch, type Match, type Proof } from './association-match.store.ts'
import { openReviews, type ClaimedMatch } from './case-review-opening.store.ts'

export interface AssociationDependencies {
  readonly db: Transaction
  readonly commit: Commit
  readonly cipher: RecordCipher
  readonly lookup: Lookup
  readonly notices: Notices
  readonly recordAudit: RecordAudit
  readonly countRefusal: (limit: string) => Promise<void>
  /** Told of what fails in the background. */
  readonly onError: (error: unknown) => void
}

/** A try: who makes it, and what they show. */
export interface Try extends RequestContext {
  readonly accountId: string
  readonly shown: Omit<CaseLinkRequest, 'captcha'>
  readonly captcha: { readonly passed: boolean; readonly spend: CaptchaSpend | null }
}

/** What was counted for a try. */
interface Reserved {
  readonly attemptsLeftToday: number
  /** False where the account met its own limit: nothing was counted then. */
  readonly isCounted: boolean
  readonly mayCompare: boolean
  readonly minute: Date | null
}

interface Looked {
  readonly subjects: TrySubjects
  readonly proof: Proof
}

/** Forgives what a right try forgives around the work that it asked for, in one transaction. */
type Settle = <Value>(tx: Transaction, work: () => Promise<Value>) => Promise<Value>

/**
 * Does what a right try asked for, in a transaction that `settle` goes around. Throws `case_link.not_matched` for what
 * another account was faster to take.
 */
type Succeed<Result> = (match: Match, looked: Looked, settle: Settle) => Promise<Result>

/**
 * Milliseconds that every failure takes, several times what its work takes: telling the holder of a client ID that is
 * taken is work too.
 */
const answerTime = 300

/** Under this name tries beyond an account's limit are counted. */
const limitName = 'association'

const notMatched = 'case_link.not_matched'

/** Showing that one is a client, under limits that accounts, instances and parallel tries share (docs/security.md). */
export function createAssociation(dependencies: AssociationDependencies) {
  const { db, commit, lookup, notices, recordAudit, countRefusal, onError } = dependencies

  /**
   * Has what is shown compared, if the limits allow, and does what `succeed` does when it fits a client ID that `isOurs`
   * lets through. Every failure is the same `case_link.not_matched`, at the same time. Throws `captcha.required` while so
   * many fail that everybody needs a security check, and then nothing is counted or compared.
   */
  return async function attempt<Result>(
    asked: Try,
    isOurs: (match: Match) => boolean,
    succeed: Succeed<Result>,
  ): Promise<Result> {
    const soonest = delay(answerTime)
    const looked = lookUp(asked)
    const reserved = await reserve(looked, asked)
    const progress = { isSettled: false }
    const settle: Settle = async (tx, work) => {
      progress.isSettled = false
      await forgive(tx, looked)
      const value = await work()
      // Last: every other try of the minute waits for its row.
      if (reserved.minute !== null) await giveBackFailure(tx, reserved.minute)
      progress.isSettled = true
      return value
    }
    try {
      const match = await findMatch(db, looked.proof, reserved.mayCompare)
      if (match !== null && reserved.mayCompare && isOurs(match)) return await succeed(match, looked, settle)
    } catch (error) {
      if (!isNotMatched(error)) {
        // A commit that failed may have been done all the same, and forgave then; what we throw ourselves undid it.
        const mayBeDone = progress.isSettled && !(error instanceof Problem)
        throw mayBeDone ? error : await givenBack(error, looked, reserved)
      }
    }
    await refuse(asked, looked, reserved)
    await soonest
    throw new Problem(notMatched, { params: { attemptsLeftToday: reserved.attemptsLeftToday } })
  }

  function lookUp({ accountId, shown }: Try): Looked {
    const { clientId, birthYear, ssnLast4, code } = shown
    const { client, pair } = clientLookups(lookup, clientId, birthYear)
    return {
      subjects: { account: lookup('account', accountId), client },
      proof:
        code === undefined
          ? {
              kind: 'digits',
              triple: tripleLookup(lookup, { clientId, birthYear, ssnLast4: ssnLast4 ?? '' }),
            }
          : { kind: 'code', pair, code: codeLookup(lookup, { pair, code }) },
    }
  }

  /** Counts the try before anything is compared, and spends its security check. */
  async function reserve({ subjects, proof }: Looked, { captcha }: Try): Promise<Reserved> {
    return commit(async (tx) => {
      const counted = await (proof.kind === 'code' ? reserveCodeTry : reserveTry)(tx, subjects)
      await spend(tx, captcha.spend)
      // An account at its limit trips nothing for others.
      const failure = counted && (await countFailure(tx))
      if (!captcha.passed && (failure?.isTripped ?? (await isTripped(tx))))
        throw new Problem('captcha.required')
      const { inDay, inAll } = associationLimits
      const left = counted && Math.min(inDay - counted.inDay, inAll - counted.inAll)
      return {
        attemptsLeftToday: left ?? 0,
        isCounted: counted !== null,
        mayCompare: counted?.mayCompare ?? false,
        minute: failure?.minute ?? null,
      }
    })
  }

  async function forgive(tx: Transaction, { subjects, proof }: Looked): Promise<void> {
    if (proof.kind === 'code') {
      if (!(await useCode(tx, proof.code))) throw new Problem(notMatched)
      await clearTries(tx, subjects)
    } else await clearAfterDigits(tx, subjects)
  }

  /** A try that came to nothing through no fault of whoever made it counts as none. Answers the failure. */
  async function givenBack(
    error: unknown,
    { subjects, proof }: Looked,
    { isCounted, mayCompare, minute }: Reserved,
  ): Promise<unknown> {
    const work = commit(async (tx) => {
      if (isCounted) await giveBackTry(tx, subjects, { proof: proof.kind, mayCompare })
      if (minute !== null) await giveBackFailure(tx, minute)
    })
    await work.catch(onError)
    return error
  }

  /** The same statements whatever was wrong; a worker and the holder are asked and told where that is due. */
  async function refuse(asked: Try, looked: Looked, { isCounted, mayCompare }: Reserved): Promise<void> {
    if (!isCounted) return countRefusal(limitName)
    const { accountId } = asked
    await commit(async (tx) => {
      const totals = await holdTotals(tx, looked.subjects)
      const found = await findMatch(tx, looked.proof, mayCompare)
      const claimed = found !== null && isOthers(found, accountId) ? found : null
      const ids = [timeOrderedId(), timeOrderedId(), timeOrderedId()] as const
      const opened = await openReviews(tx, { accountId, subjects: looked.subjects, claimed, totals, ids })
      await recordAudit(tx, {
        ...ownEvent('case_link.refused', accountId, asked),
        outcome: 'refused',
        details: { proof: looked.proof.kind, compared: mayCompare },
      })
      for (const { id, kind } of opened) {
        await recordAudit(tx, {
          event: 'case_review.opened',
          outcome: 'succeeded',
          actorKind: 'system',
          subjectId: id,
          requestId: asked.requestId,
          details: { kind },
        })
        if (kind === 'second_claim' && claimed !== null)
          await notices.tellAccount(tx, claimed.holderId, 'client_id_claimed')
      }
    })
  }
}

function isOthers(match: Match, accountId: string): match is ClaimedMatch {
  return match.holderId !== null && match.holderId !== accountId
}

function isNotMatched(error: unknown): boolean {
  return error instanceof Problem && error.code === notMatched
}
