import { currentAgreement } from '@connect/contract/credentials/agreement'
import { normalizeSecretAnswer } from '@connect/contract/credentials/secret-questions'
import { checkUserId, checkUserIdAgainstNames, foldUserId } from '@connect/contract/credentials/user-id'
import { suggestUserIds } from '@connect/contract/credentials/user-id-suggestions'
import type { Account, CreateAccountRequest } from '@connect/contract/rooms/account'
import type { RecordAudit } from '../../kernel/audit/audit-event.ts'
import { refuseSpent, spend, type CaptchaSpend } from '../../kernel/captcha-spending.ts'
import type { Hasher, Hashing } from '../../kernel/hashing.ts'
import { timeOrderedId } from '../../kernel/ids.ts'
import { emailLookup, type Lookup } from '../../kernel/lookup.ts'
import type { RequestContext } from '../../kernel/actor.ts'
import { Problem } from '../../kernel/problem.ts'
import type { AddressLimit, RateLimits } from '../../kernel/rate-limit.ts'
import type { RecordCipher } from '../../kernel/record-cipher.ts'
import type { Commit, Transaction } from '../../kernel/unit-of-work.ts'
import type { AccountEmailService } from './account-email.service.ts'
import { findTakenUserIds, insertAccount, type NewAccount } from './account.store.ts'

/** How often one address may learn whether a user ID is taken (docs/api.md). */
export const userIdChecks: AddressLimit = { name: 'user-id-checks', max: 60, windowSeconds: 60 }

interface CreationRequest extends RequestContext {
  readonly captcha: CaptchaSpend | null
}

export interface AccountDependencies {
  readonly db: Transaction
  readonly hashing: Hashing
  readonly cipher: RecordCipher
  readonly lookup: Lookup
  readonly rateLimits: RateLimits
  readonly recordAudit: RecordAudit
  readonly email: Pick<AccountEmailService, 'ask'>
}

interface UserIdCheck {
  readonly userId: string
  readonly firstName?: string | undefined
  readonly lastName?: string | undefined
}

const suggestionCount = 3

/** Asked for at once, so that a few taken ones cost no second query. */
const candidateCount = 24

/** One password and one set of secret answers. */
const creationWork = { passwords: 1, answerSets: 1 }

/** Creating a MyAccount: all or nothing. */
export function createAccountService({
  db,
  hashing,
  cipher,
  lookup,
  rateLimits,
  recordAudit,
  email: emails,
}: AccountDependencies) {
  return {
    /** Says whether a user ID may be chosen, every rule that it breaks, and three free ones when it may not. */
    async checkUserId({ userId, firstName, lastName }: UserIdCheck) {
      const names = { firstName, lastName }
      const broken = [...checkUserId(userId), ...checkUserIdAgainstNames(userId, names)].map(
        (issue) => issue.code,
      )
      const candidates = suggestUserIds({ names, count: candidateCount, seed: timeOrderedId() })
      const taken = await findTakenUserIds(db, [userId, ...candidates].map(sought))
      const issues = [...new Set(broken)]
      if (broken.length === 0 && taken.has(foldUserId(userId))) issues.push('user_id.taken')
      const available = issues.length === 0
      const free = candidates.filter((candidate) => !taken.has(foldUserId(candidate)))
      return { available, issues, suggestions: available ? [] : free.slice(0, suggestionCount) }
    },

    /**
     * Creates the account with everything that belongs to it. The request keeps the contract's rules already.
     * Throws `account.user_id_taken`, `request.invalid` for a used security check, `server.busy` from the gate.
     */
    async create(commit: Commit, input: CreateAccountRequest, request: CreationRequest): Promise<Account> {
      // Before anything is told: a security check that was used up buys no answer.
      await refuseSpent(db, request.captcha)
      await refuseTaken(input.userId, request.address)
      // Hashing takes about a second of a core: never inside the transaction, which would hold a connection meanwhile.
      const secrets = await hashing.admit(creationWork, (hasher) => hashSecrets(hasher, input))
      const id = timeOrderedId()
      const record = newAccount(id, input, secrets)
      return commit(async (tx) => {
        await spend(tx, request.captcha)
        const createdAt = await insertAccount(tx, record)
        if (createdAt === null) throw userIdTaken()
        const { userId, firstName, lastName, email, locale = 'en' } = input
        if (email !== undefined) await emails.ask(tx, { accountId: id, email, locale })
        await recordAudit(tx, {
          event: 'account.created',
          outcome: 'succeeded',
          actorKind: 'anonymous',
          subjectId: id,
          requestId: request.requestId,
          origin: request,
        })
        return { id, userId, firstName, lastName, email: email ?? null, createdAt: createdAt.toISOString() }
      })
    },
  }

  /** That a user ID is taken is told under the limit of asking for it. */
  async function refuseTaken(userId: string, address: string): Promise<void> {
    const folded = foldUserId(userId)
    if (!(await findTakenUserIds(db, [sought(userId)])).has(folded)) return
    await rateLimits.take(userIdChecks, address)
    throw userIdTaken()
  }

  function sought(userId: string) {
    const folded = foldUserId(userId)
    return { folded, lookup: lookup('user-id', folded) }
  }

  function newAccount(
    id: string,
    input: CreateAccountRequest,
    secrets: Awaited<ReturnType<typeof hashSecrets>>,
  ): NewAccount {
    const seal = cipher.create('account', id)
    const { email, userId, locale = 'en' } = input
    return {
      account: {
        id,
        userId,
        userIdFolded: foldUserId(userId),
        dataKey: seal.dataKey,
        dataKeyVersion: seal.dataKeyVersion,
        firstName: seal.seal('first_name', input.firstName),
        lastName: seal.seal('last_name', input.lastName),
        email: email === undefined ? null : seal.seal('email', email),
        emailLookup: email === undefined ? null : emailLookup(lookup, email),
        passwordHash: secrets.password.hash,
        pepperVersion: secrets.password.pepperVersion,
        locale,
      },
      secretQuestionIds: input.secretQuestions.map(({ questionId }) => questionId),
      secretAnswers: secrets.answers,
      acceptance: { id: timeOrderedId(), version: currentAgreement.version, locale },
    }
  }
}

async function hashSecrets(hasher: Hasher, input: CreateAccountRequest) {
  const password = await hasher.hashPassword(input.password)
  const answers = await hasher.hashSecretAnswers(
    input.secretQuestions.map(({ answer }) => normalizeSecretAnswer(answer)),
  )
  return { password, answers }
}

function userIdTaken(): Problem {
  return new Problem('account.user_id_taken', { errors: [{ pointer: '/userId', code: 'user_id.taken' }] })
}

export type AccountService = ReturnType<typeof createAccountService>
