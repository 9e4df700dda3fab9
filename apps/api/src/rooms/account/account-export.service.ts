import type { Readable } from 'node:stream'
import { secretQuestions } from '@connect/contract/credentials/secret-questions'
import type { AccountExport } from '@connect/contract/rooms/account-export'
import type { Locale } from '@connect/contract/shared/text'
import type { RequestContext, SignedIn } from '../../kernel/actor.ts'
import type { RecordAudit } from '../../kernel/audit/audit-event.ts'
import { ownEvent } from '../../kernel/audit/own-event.ts'
import { unlessBroken } from '../../kernel/broken-seals.ts'
import type { AddressLimit, RateLimits } from '../../kernel/rate-limit.ts'
import type { RecordCipher } from '../../kernel/record-cipher.ts'
import type { Commit, Transaction } from '../../kernel/unit-of-work.ts'
import type { CaseBelongingsService } from '../cases/case-belongings.service.ts'
import type { ReportBelongingsService } from '../changes/report-belongings.service.ts'
import type { AccountActivityService } from './account-activity.service.ts'
import { exportAsJson, newestOfExport, type BegunExport } from './account-export-parts.ts'
import { findBelongings, readNow } from './account-export.store.ts'
import { openProfile, present } from './account-owner.ts'
import { findProfile } from './account-profile.store.ts'

/** Making a document takes a tenth of a second of a core. */
const exportLimit: AddressLimit = { name: 'exports', max: 20, windowSeconds: 60 * 60 }

/** More has never happened to an account; it bounds what an answer can cost. */
const longestActivity = 10_000

export interface AccountExportDependencies {
  readonly db: Transaction
  readonly commit: Commit
  readonly cipher: RecordCipher
  readonly rateLimits: RateLimits
  readonly recordAudit: RecordAudit
  readonly activity: AccountActivityService
  readonly caseBelongings: CaseBelongingsService
  readonly reportBelongings: ReportBelongingsService
  /** Told of what does not open. */
  readonly onError: (error: unknown) => void
  readonly publicUrl: () => string
}

type Belongings = Awaited<ReturnType<typeof findBelongings>>

/** Everything about an account for its owner to take along. */
export function createAccountExportService({
  db,
  commit,
  cipher,
  rateLimits,
  recordAudit,
  activity,
  caseBelongings,
  reportBelongings,
  onError,
  publicUrl,
}: AccountExportDependencies) {
  async function gather(
    { accountId }: SignedIn,
    format: 'json' | 'pdf',
    context: RequestContext,
  ): Promise<BegunExport> {
    await rateLimits.takeForAccount(exportLimit, accountId)
    const event = { ...ownEvent('account.exported', accountId, context), details: { format } }
    await commit((tx) => recordAudit(tx, event))
    const row = present(await findProfile(db, accountId))
    const { mails, ...belongings } = await findBelongings(db, accountId)
    const emails = mails.flatMap((mail) => unlessBroken(() => mailOf(mail, cipher), onError) ?? [])
    const { unreadable, ...cases } = await caseBelongings.of(accountId)
    const base = {
      exportedAt: (await readNow(db)).toISOString(),
      account: {
        ...openProfile(row, cipher),
        deletionDueAt: row.deletionDueAt === null ? null : row.deletionDueAt.toISOString(),
      },
      ...written(belongings, row.locale),
      emails,
      ...cases,
      activity: await activity.newest(accountId, context, longestActivity),
    }
    return {
      base,
      long: await reportBelongings.of(accountId),
      unreadable: { ...unreadable, emails: mails.length - emails.length },
    }
  }

  return {
    /** As data, for programs, read as it is sent: an `AccountExport` in JSON. Throws `limit.rate`. */
    async asData(owner: SignedIn, context: RequestContext): Promise<Readable> {
      return exportAsJson(await gather(owner, 'json', context))
    },

    /** As a tagged PDF in the language of the person, for reading and printing. Throws `limit.rate`. */
    async asDocument(owner: SignedIn, context: RequestContext): Promise<Buffer> {
      const begun = await gather(owner, 'pdf', context)
      // Loaded when first asked for: no other request needs the writer of documents.
      const { exportDocument } = await import('./account-export-document.ts')
      return exportDocument(await newestOfExport(begun), publicUrl())
    },
  }
}

function written(
  belongings: Omit<Belongings, 'mails'>,
  locale: Locale,
): Pick<AccountExport, 'secretQuestions' | 'agreements' | 'sessions' | 'ownDevices' | 'messages'> {
  return {
    secretQuestions: belongings.questionIds.map((id) => ({ id, text: questionText(id, locale) })),
    agreements: belongings.agreements.map((agreement) => ({
      ...agreement,
      acceptedAt: agreement.acceptedAt.toISOString(),
    })),
    sessions: belongings.sessions.map(({ device, createdAt, absoluteExpiresAt }) => ({
      device,
      createdAt: createdAt.toISOString(),
      absoluteExpiresAt: absoluteExpiresAt.toISOString(),
    })),
    ownDevices: belongings.ownDevices.map(({ createdAt, expiresAt }) => ({
      createdAt: createdAt.toISOString(),
      expiresAt: expiresAt.toISOString(),
    })),
    messages: belongings.messages.map(({ kind, createdAt, readAt }) => ({
      kind,
      createdAt: createdAt.toISOString(),
      readAt: readAt === null ? null : readAt.toISOString(),
    })),
  }
}

function mailOf(mail: Belongings['mails'][number], cipher: RecordCipher): AccountExport['emails'][number] {
  return {
    to: cipher.open('mail', mail.id, mail).openText('recipient', mail.recipient),
    template: mail.template,
    createdAt: mail.createdAt.toISOString(),
    sentAt: mail.sentAt === null ? null : mail.sentAt.toISOString(),
  }
}

function questionText(id: string, locale: Locale): string {
  return secretQuestions.find((question) => question.id === id)?.text[locale] ?? id
}

export type AccountExportService = ReturnType<typeof createAccountExportService>
