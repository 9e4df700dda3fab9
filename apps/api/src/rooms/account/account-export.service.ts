import { secretQuestions } from '@connect/contract/credentials/secret-questions'
import type { AccountExport } from '@connect/contract/rooms/account-export'
import type { Locale } from '@connect/contract/shared/text'
import type { RequestContext, SignedIn } from '../../kernel/actor.ts'
import type { RecordAudit } from '../../kernel/audit/audit-event.ts'
import { ownEvent } from '../../kernel/audit/own-event.ts'
import type { AddressLimit, RateLimits } from '../../kernel/rate-limit.ts'
import type { RecordCipher } from '../../kernel/record-cipher.ts'
import type { Commit, Transaction } from '../../kernel/unit-of-work.ts'
import type { CaseBelongingsService } from '../cases/case-belongings.service.ts'
import type { ReportBelongingsService } from '../changes/report-belongings.service.ts'
import type { AccountActivityService } from './account-activity.service.ts'
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
  readonly publicUrl: () => string
}

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
  publicUrl,
}: AccountExportDependencies) {
  async function gather(
    { accountId }: SignedIn,
    format: 'json' | 'pdf',
    context: RequestContext,
  ): Promise<AccountExport> {
    await rateLimits.takeForAccount(exportLimit, accountId)
    const event = { ...ownEvent('account.exported', accountId, context), details: { format } }
    await commit((tx) => recordAudit(tx, event))
    const row = present(await findProfile(db, accountId))
    const belongings = await findBelongings(db, accountId)
    return {
      exportedAt: (await readNow(db)).toISOString(),
      account: {
        ...openProfile(row, cipher),
        deletionDueAt: row.deletionDueAt === null ? null : row.deletionDueAt.toISOString(),
      },
      ...written(belongings, row.locale, cipher),
      ...(await caseBelongings.of(accountId)),
      ...(await reportBelongings.of(accountId)),
      activity: await activity.newest(accountId, context, longestActivity),
    }
  }

  return {
    /** As data, for programs. Throws `limit.rate`. */
    asData: (owner: SignedIn, context: RequestContext): Promise<AccountExport> =>
      gather(owner, 'json', context),

    /** As a tagged PDF in the language of the person, for reading and printing. Throws `limit.rate`. */
    async asDocument(owner: SignedIn, context: RequestContext): Promise<Buffer> {
      const data = await gather(owner, 'pdf', context)
      // Loaded when first asked for: no other request needs the writer of documents.
      const { exportDocument } = await import('./account-export-document.ts')
      return exportDocument(data, publicUrl())
    },
  }
}

function written(
  belongings: Awaited<ReturnType<typeof findBelongings>>,
  locale: Locale,
  cipher: RecordCipher,
): Pick<AccountExport, 'secretQuestions' | 'agreements' | 'sessions' | 'ownDevices' | 'messages' | 'emails'> {
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
    emails: belongings.mails.map((mail) => ({
      to: cipher.open('mail', mail.id, mail).openText('recipient', mail.recipient),
      template: mail.template,
      createdAt: mail.createdAt.toISOString(),
      sentAt: mail.sentAt === null ? null : mail.sentAt.toISOString(),
    })),
  }
}

function questionText(id: string, locale: Locale): string {
  return secretQuestions.find((question) => question.id === id)?.text[locale] ?? id
}

export type AccountExportService = ReturnType<typeof createAccountExportService>
