import { signInLimits } from '@connect/contract/credentials/sign-in-limits'
import { foldUserId } from '@connect/contract/credentials/user-id'
import { clientSession, type Session, type SignInRequest } from '@connect/contract/rooms/session'
import type { RequestContext } from '../../kernel/actor.ts'
import { ownEvent } from '../../kernel/audit/own-event.ts'
import { refuseSpent, spend, type CaptchaSpend } from '../../kernel/captcha-spending.ts'
import {
  clearGuesses,
  giveBackGuess,
  reserveGuess,
  type GuessCounter,
} from '../../kernel/guess-counter.store.ts'
import { HashingBusyError } from '../../kernel/hashing.ts'
import { timeOrderedId } from '../../kernel/ids.ts'
import { networkOf } from '../../kernel/network.ts'
import { busy, Problem } from '../../kernel/problem.ts'
import type { AddressLimit } from '../../kernel/rate-limit.ts'
import { hashOfToken, newSecretToken } from '../../kernel/secret-token.ts'
import type { Transaction } from '../../kernel/unit-of-work.ts'
import { findOwnDevice, isOwnDeviceMarker, markOwnDevice } from './own-device.store.ts'
import type { SessionDependencies } from './session-dependencies.ts'
import { insertSession, type SessionView } from './session.store.ts'
import {
  deleteRecoveryAttempts,
  findCredentials,
  isStillPassword,
  readAttempts,
  strangers,
  updatePasswordHash,
  type CredentialRow,
} from './sign-in.store.ts'

/** Failed sign-ins of one address (docs/security.md). */
const addressLimit: AddressLimit = { name: 'sign-in-failures', max: 20, windowSeconds: 60 }

/** Under this name refusals for a pause or the hard stop are counted. */
const limitName = 'sign-in'

const oneCheck = { passwords: 1, answerSets: 0 }

/** What a browser brings to sign in. */
export interface SignInContext extends RequestContext {
  /** The session that it has, which ends. */
  readonly previousToken: string | undefined
  /** The marker of an own device. */
  readonly deviceToken: string | undefined
  readonly captcha: { readonly passed: boolean; readonly spend: CaptchaSpend | null }
}

export interface StartedSession {
  readonly token: string
  readonly session: Session
  /** Where the person said that it is their own device: the marker to keep. */
  readonly deviceToken: string | null
}

export interface SignInDependencies extends Omit<SessionDependencies, 'cipher'> {
  /** Ends the session of a token in the transaction of a new one. */
  readonly end: (tx: Transaction, token: string, context: RequestContext) => Promise<void>
  readonly openView: (view: SessionView) => Session
}

/** Whose password was right, and where. */
interface Recognized {
  readonly credentials: CredentialRow
  readonly browser: GuessCounter
  readonly device: string | null
}

/** Signing in under limits that parallel guesses, other instances and other addresses share. */
export function createSignIn(dependencies: SignInDependencies) {
  const { db, pool, commit, hashing, lookup, rateLimits, recordAudit, onError, openView } = dependencies

  /**
   * Signs in and answers a new token. Unknown user ID, wrong password and one that may not be tried now take the same
   * steps and get the same `session.invalid_credentials`. Throws `captcha.required` after a few failures, and then
   * nothing is counted or compared; `limit.rate` and `server.busy` cost nobody an attempt either.
   */
  return async function signIn(input: SignInRequest, context: SignInContext): Promise<StartedSession> {
    // An address that would be refused takes no place in the gate from others.
    await rateLimits.refuseExhausted(addressLimit, context.address)
    const folded = foldUserId(input.userId)
    const device = await ownDeviceOf(context, folded)
    const browser = { subject: lookup('user-id', folded), deviceId: device ?? strangers }
    await refuseUnchecked(browser, context)
    const checked = await hashing.admit(oneCheck, async (hasher) => {
      // Counted before it is compared, so that parallel guesses are all counted.
      const isTaken = await reserve(browser, context)
      const credentials = await findCredentials(db, folded)
      const comparable = isTaken ? credentials : null
      const stored = comparable && { hash: comparable.passwordHash, pepperVersion: comparable.pepperVersion }
      return { isTaken, credentials, ...(await hasher.verifyPassword(input.password, stored)) }
    })
    const { credentials, isTaken } = checked
    if (credentials === null || !checked.matches) {
      await refuse(credentials?.id, isTaken, context)
      // Beside the answer, which must not come later than that of a wrong password.
      if (!isTaken) void noteLimit(credentials?.id, browser).catch(onError)
      throw new Problem('session.invalid_credentials')
    }
    const started = await startOrGiveBack(input, context, { credentials, browser, device })
    // The session stands: what follows must neither fail the answer nor delay it.
    if (checked.needsRehash) void rehash(credentials, input.password).catch(onError)
    void rateLimits.giveBack(addressLimit, context.address).catch(onError)
    return started
  }

  async function ownDeviceOf({ deviceToken }: SignInContext, folded: string): Promise<string | null> {
    return deviceToken === undefined ? null : findOwnDevice(pool, hashOfToken(deviceToken), folded)
  }

  /** Before a place in the gate is taken; whoever slips through between meets the same where the attempt is counted. */
  async function refuseUnchecked(browser: GuessCounter, { captcha }: SignInContext): Promise<void> {
    if (captcha.passed) await refuseSpent(db, captcha.spend)
    else if ((await readAttempts(pool, browser)) >= signInLimits.withoutCheck)
      throw new Problem('captcha.required')
  }

  /** Counts the attempt and spends its security check. False when it must fail whatever the password is. */
  async function reserve(browser: GuessCounter, context: SignInContext): Promise<boolean> {
    const { captcha, address, receivedAt } = context
    await rateLimits.take(addressLimit, address)
    try {
      return await commit(async (tx) => {
        const most = captcha.passed ? signInLimits.hardStop : signInLimits.withoutCheck
        const isTaken = await reserveGuess(tx, {
          ...browser,
          most,
          age: (performance.now() - receivedAt) / 1000,
        })
        if (!isTaken && !captcha.passed) throw new Problem('captcha.required')
        await spend(tx, captcha.spend)
        return isTaken
      })
    } catch (error) {
      await rateLimits.giveBack(addressLimit, address)
      throw error
    }
  }

  /** The same row whoever was meant, but for the id of an account that there is. */
  async function refuse(
    subjectId: string | undefined,
    isTaken: boolean,
    context: SignInContext,
  ): Promise<void> {
    await commit((tx) =>
      recordAudit(tx, {
        event: 'session.refused',
        outcome: 'refused',
        actorKind: 'anonymous',
        subjectId,
        requestId: context.requestId,
        details: { compared: isTaken },
        origin: context,
      }),
    )
  }

  /** Counts what a limit refused; the hard stop is told, for only a person opens it. */
  async function noteLimit(accountId: string | undefined, browser: GuessCounter): Promise<void> {
    await dependencies.countRefusal(limitName)
    if ((await readAttempts(pool, browser)) < signInLimits.hardStop || accountId === undefined) return
    await dependencies.onLocked(accountId)
  }

  /** A right password that begins no session, because it was changed meanwhile or the database is away, counts as none. */
  async function startOrGiveBack(
    input: SignInRequest,
    context: SignInContext,
    recognized: Recognized,
  ): Promise<StartedSession> {
    try {
      return await start(input, context, recognized)
    } catch (error) {
      await Promise.all([
        giveBackGuess(db, recognized.browser),
        rateLimits.giveBack(addressLimit, context.address),
      ]).catch(onError)
      throw error
    }
  }

  async function start(
    input: SignInRequest,
    context: SignInContext,
    { credentials, browser, device }: Recognized,
  ): Promise<StartedSession> {
    const token = newSecretToken()
    const accountId = credentials.id
    const { view, deviceToken } = await commit(async (tx) => {
      // What was changed while it was compared has to be compared again.
      if (!(await isStillPassword(tx, credentials))) throw busy(1)
      if (context.previousToken !== undefined) await dependencies.end(tx, context.previousToken, context)
      await clearGuesses(tx, browser)
      // Whoever knows the password on their own device may be trusted to answer their questions again.
      if (device !== null) await deleteRecoveryAttempts(tx, browser.subject)
      const marked = input.ownDevice === true ? await mark(tx, accountId, context) : null
      const made = await insertSession(tx, {
        id: timeOrderedId(),
        accountId,
        tokenHash: hashOfToken(token),
        device: context.device,
        network: networkOf(lookup, context.address),
        ownDeviceId: marked?.id ?? device,
        ...clientSession,
      })
      await recordAudit(tx, {
        ...ownEvent('session.started', accountId, context),
        details: { ownDevice: marked !== null },
      })
      return { view: made, deviceToken: marked?.token ?? null }
    })
    return { token, session: openView(view), deviceToken }
  }

  /** A browser has one marker, whoever signs in on it; one that was never ours is not taken over. */
  async function mark(tx: Transaction, accountId: string, { deviceToken }: SignInContext) {
    const isOurs = deviceToken !== undefined && (await isOwnDeviceMarker(tx, hashOfToken(deviceToken)))
    const token = isOurs ? deviceToken : newSecretToken()
    const id = await markOwnDevice(tx, { id: timeOrderedId(), accountId, tokenHash: hashOfToken(token) })
    return { id, token }
  }

  /** Brings an old hash up to the cost and pepper in force. When the gate is full, the next sign-in will. */
  async function rehash(credentials: CredentialRow, password: string): Promise<void> {
    try {
      const next = await hashing.admit(oneCheck, (hasher) => hasher.hashPassword(password))
      await updatePasswordHash(db, credentials.id, credentials.passwordHash, next)
    } catch (error) {
      if (!(error instanceof HashingBusyError)) throw error
    }
  }
}
