import { setTimeout as delay } from 'node:timers/promises'
import { remindersADay, type UserIdReminderRequest } from '@connect/contract/rooms/recovery'
import type { RequestContext } from '../../kernel/actor.ts'
import type { RecordAudit } from '../../kernel/audit/audit-event.ts'
import { refuseSpent, spend, type CaptchaSpend } from '../../kernel/captcha-spending.ts'
import { emailLookup, type Lookup } from '../../kernel/lookup.ts'
import type { Notices } from '../../kernel/notices.ts'
import type { RecordCipher } from '../../kernel/record-cipher.ts'
import type { Commit, Transaction } from '../../kernel/unit-of-work.ts'
import { findByEmail, type Reminded } from './reminder.store.ts'

export interface ReminderDependencies {
  readonly db: Transaction
  readonly commit: Commit
  readonly cipher: RecordCipher
  readonly lookup: Lookup
  readonly notices: Notices
  readonly recordAudit: RecordAudit
  readonly countRefusal: (limit: string) => Promise<void>
  /** Counts one reminder of an address today and answers how many there were with it. */
  readonly countReminder: (address: Uint8Array) => Promise<number>
}

interface ReminderRequest extends RequestContext {
  readonly captcha: CaptchaSpend | null
}

/**
 * Milliseconds that every answer takes, several times what writing an e-mail down takes: by the time alone nobody learns
 * whether an address is known here.
 */
const answerTime = 300

/** Telling people the user IDs that they have forgotten, by e-mail and in no other way. */
export function createReminderService(dependencies: ReminderDependencies) {
  const { db, commit, cipher, lookup, notices, recordAudit, countRefusal, countReminder } = dependencies

  return {
    /**
     * Sends the user IDs of an address there, a few times a day. Answers nothing, at the same time, whether there were
     * any. Throws `request.invalid` for a used security check.
     */
    async remind({ email }: UserIdReminderRequest, request: ReminderRequest): Promise<void> {
      await Promise.all([send(email, request), delay(answerTime)])
    },
  }

  async function send(typed: string, request: ReminderRequest): Promise<void> {
    const address = emailLookup(lookup, typed)
    await refuseSpent(db, request.captcha)
    // Spent before anything is counted, so that one solution, sent again and again, uses up nobody's e-mails.
    await commit((tx) => spend(tx, request.captcha))
    const isTooOften = (await countReminder(address)) > remindersADay
    if (isTooOften) await countRefusal('user-id-reminders')
    await commit(async (tx) => {
      const accounts = isTooOften ? [] : await findByEmail(tx, address)
      await mail(tx, accounts)
      const subjects = accounts.length === 0 ? [undefined] : accounts.map(({ id }) => id)
      for (const subjectId of subjects) {
        await recordAudit(tx, {
          event: 'recovery.user_id_reminded',
          outcome: subjectId === undefined ? 'refused' : 'succeeded',
          actorKind: 'anonymous',
          subjectId,
          requestId: request.requestId,
          origin: request,
        })
      }
    })
  }

  /** One e-mail with all user IDs, to the address as its owner wrote it, in the language of the newest account. */
  async function mail(tx: Transaction, accounts: readonly Reminded[]): Promise<void> {
    const [newest] = accounts
    if (!newest?.email) return
    await notices.mail(tx, {
      accountId: accounts.length === 1 ? newest.id : null,
      to: cipher.open('account', newest.id, newest).openText('email', newest.email),
      locale: newest.locale,
      template: 'user_id_reminder',
      values: { userIds: accounts.map(({ userId }) => userId) },
    })
  }
}

export type ReminderService = ReturnType<typeof createReminderService>
