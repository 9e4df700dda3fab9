import { normalizeSecretAnswer, secretQuestionCount } from '@connect/contract/credentials/secret-questions'
import { foldUserId } from '@connect/contract/credentials/user-id'
import {
  recoveryLimits,
  recoveryTimes,
  type Recovery,
  type RecoveryAnswersRequest,
  type RecoveryToken,
  type StartRecoveryRequest,
} from '@connect/contract/rooms/recovery'
import type { RequestIssue } from '@connect/contract/shared/issues'
import type { RequestContext } from '../../kernel/actor.ts'
import type { AuditEventName, RecordAudit } from '../../kernel/audit/audit-event.ts'
import { spend, type CaptchaSpend } from '../../kernel/captcha-spending.ts'
import type { Hashing } from '../../kernel/hashing.ts'
import { timeOrderedId } from '../../kernel/ids.ts'
import type { Lookup } from '../../kernel/lookup.ts'
import { Problem } from '../../kernel/problem.ts'
import { hashOfToken, newSecretToken } from '../../kernel/secret-token.ts'
import type { Commit, Transaction } from '../../kernel/unit-of-work.ts'
import { drawQuestions } from './recovery.decoys.ts'
import {
  deleteRecoveriesOf,
  findAnswerHashes,
  findOpenRecovery,
  findQuestions,
  grantToken,
  insertRecovery,
  keepDecoy,
  readSubmissions,
  reserveSubmission,
  sampleQuestions,
  type OpenRecovery,
} from './recovery.store.ts'

export interface RecoveryDependencies {
  readonly db: Transaction
  readonly commit: Commit
  readonly hashing: Hashing
  readonly lookup: Lookup
  readonly recordAudit: RecordAudit
  readonly countRefusal: (limit: string) => Promise<void>
}

interface StartRequest extends RequestContext {
  readonly captcha: CaptchaSpend | null
  /** What the browser shows of an earlier recovery, so that two tabs do not end each other's. */
  readonly browser: string | null
}

/** The day's submissions are used up, or all of them until the password is recovered some other way. */
interface LimitMet {
  readonly reason: 'day' | 'total'
  readonly seconds: number
}

type Given = RecoveryAnswersRequest['answers']

const oneSet = { passwords: 0, answerSets: 1 }

/** Until when somebody is asked to wait whom only the agency can let in again, in seconds. */
const longWait = 24 * 60 * 60

/** Getting back in with the secret questions, as far as the token. An unknown user ID gets what a known one gets. */
export function createRecoveryService(dependencies: RecoveryDependencies) {
  const { db, commit, hashing, lookup, recordAudit, countRefusal } = dependencies

  return {
    /**
     * Begins a recovery and says which questions are asked. A user ID that nobody has gets five of its own, always the
     * same; the steps are the same for both. Answers what the browser has to show from now on. Throws `request.invalid`
     * for a used security check.
     */
    async start(
      { userId }: StartRecoveryRequest,
      request: StartRequest,
    ): Promise<{ browser: string; recovery: Recovery }> {
      const folded = foldUserId(userId)
      const subject = lookup('user-id', folded)
      const browser = request.browser ?? newSecretToken()
      const decoy = drawQuestions(await sampleQuestions(db), drawsFor(subject))
      const id = timeOrderedId()
      const recovery = await commit(async (tx) => {
        await spend(tx, request.captcha)
        const known = await findQuestions(tx, folded)
        const kept = await keepDecoy(tx, subject, decoy)
        const questionIds = known?.questionIds ?? kept
        const expiresAt = await insertRecovery(tx, {
          id,
          accountId: known?.accountId ?? null,
          subject,
          browserHash: hashOfToken(browser),
          questionIds,
          seconds: recoveryTimes.recoverySeconds,
        })
        await record(tx, 'recovery.started', known?.accountId ?? null, request)
        return {
          id,
          questions: questionIds.map((questionId) => ({ questionId })),
          expiresAt: expiresAt.toISOString(),
        }
      })
      return { browser, recovery }
    },

    /**
     * Compares the answers and gives a token for four right ones. Throws `resource.not_found` for a recovery of another
     * browser or one that is over, `request.invalid` where the questions are not those that were asked,
     * `recovery.limit`, `recovery.answers_rejected` without saying which, and `server.busy`, which costs nobody a try.
     */
    async answer(
      id: string,
      { answers }: RecoveryAnswersRequest,
      browser: string | null,
      context: RequestContext,
    ): Promise<RecoveryToken> {
      const recovery = browser === null ? null : await findOpenRecovery(db, id, hashOfToken(browser))
      if (recovery === null) throw new Problem('resource.not_found')
      const normalized = inOrder(recovery, answers).map(normalizeSecretAnswer)
      // Somebody who would be refused takes no place in the gate from others.
      const known = await limitMet(recovery)
      if (known) throw await refusal(known)
      const matches = await hashing.admit(oneSet, async (hasher) => {
        // Counted before it is compared, so that parallel tries are all counted.
        if (!(await reserveSubmission(db, recovery.subject, recoveryLimits)))
          throw await refusal((await limitMet(recovery)) ?? { reason: 'day', seconds: 1 })
        const stored = await findAnswerHashes(db, recovery.accountId)
        return hasher.verifySecretAnswers(normalized, stored)
      })
      if (!matches) {
        await commit((tx) => record(tx, 'recovery.refused', recovery.accountId, context))
        throw new Problem('recovery.answers_rejected')
      }
      const resetToken = newSecretToken()
      return commit(async (tx) => {
        const expiresAt = await grantToken(tx, id, hashOfToken(resetToken), recoveryTimes.tokenSeconds)
        if (expiresAt === null) throw new Problem('resource.not_found')
        await record(tx, 'recovery.answered', recovery.accountId, context)
        return { resetToken, expiresAt: expiresAt.toISOString() }
      })
    },

    /** Ends every recovery of an account that somebody has begun, in the transaction of the cause. */
    endAll: deleteRecoveriesOf,
  }

  /** Which limit a user ID has met, and for how many seconds; null while answers may be submitted. */
  async function limitMet({ subject }: OpenRecovery): Promise<LimitMet | null> {
    const { inDay, sinceSuccess, oldestSeconds } = await readSubmissions(db, subject)
    if (sinceSuccess >= recoveryLimits.sinceSuccess) return { reason: 'total', seconds: longWait }
    return inDay >= recoveryLimits.inDay ? { reason: 'day', seconds: oldestSeconds } : null
  }

  async function refusal({ reason, seconds }: LimitMet): Promise<Problem> {
    await countRefusal('recovery-answers')
    return new Problem('recovery.limit', {
      params: { reason, ...recoveryLimits },
      headers: { 'retry-after': String(seconds) },
    })
  }

  /** Numbers from 0 up to 1 that are always the same for this user ID, and that nobody else can tell. */
  function drawsFor(subject: Uint8Array): () => number {
    const name = Buffer.from(subject).toString('base64url')
    let count = 0
    return () => {
      count += 1
      return Buffer.from(lookup('decoy', `${name} ${count}`)).readUInt32BE() / 2 ** 32
    }
  }

  function record(
    tx: Transaction,
    event: Extract<AuditEventName, `recovery.${string}`>,
    accountId: string | null,
    context: RequestContext,
  ): Promise<void> {
    return recordAudit(tx, {
      event,
      outcome: event === 'recovery.refused' ? 'refused' : 'succeeded',
      actorKind: 'anonymous',
      subjectId: accountId ?? undefined,
      requestId: context.requestId,
      origin: context,
    })
  }
}

/** The answers in the order of the questions. Throws `request.invalid` unless there is one for each. */
function inOrder({ questionIds }: OpenRecovery, given: Given): string[] {
  const answers = new Map<string, string>()
  const issues: RequestIssue[] = []
  for (const [index, { questionId, answer }] of given.entries()) {
    const pointer = `/answers/${String(index)}/questionId`
    if (!questionIds.includes(questionId)) issues.push({ pointer, code: 'secret_question.unknown' })
    else if (answers.has(questionId)) issues.push({ pointer, code: 'secret_question.repeated' })
    answers.set(questionId, answer)
  }
  const inTheirOrder = questionIds.flatMap((questionId) => answers.get(questionId) ?? [])
  if (issues.length > 0 || inTheirOrder.length !== secretQuestionCount)
    throw new Problem('request.invalid', { errors: issues })
  return inTheirOrder
}

export type RecoveryService = ReturnType<typeof createRecoveryService>
