import type { Locale } from '@connect/contract/shared/text'
import type { Transaction } from '../../kernel/unit-of-work.store.ts'

/** What is kept beside the profile, but for what is a hash alone; e-mails still sealed. */
export async function findBelongings(tx: Transaction, accountId: string) {
  const where = { accountId }
  const questions = await tx.secretQuestion.findMany({ where, orderBy: { position: 'asc' } })
  const acceptances = await tx.agreementAcceptance.findMany({ where, orderBy: { acceptedAt: 'asc' } })
  const sessions = await tx.$queryRaw<{ device: string; createdAt: Date; absoluteExpiresAt: Date }[]>`
    SELECT device, created_at AS "createdAt", absolute_expires_at AS "absoluteExpiresAt" FROM session
     WHERE account_id = ${accountId}::uuid AND idle_expires_at > now() ORDER BY created_at DESC`
  const ownDevices = await tx.$queryRaw<{ createdAt: Date; expiresAt: Date }[]>`
    SELECT created_at AS "createdAt", expires_at AS "expiresAt" FROM own_device
     WHERE account_id = ${accountId}::uuid AND expires_at > now() ORDER BY created_at DESC`
  const messages = await tx.message.findMany({ where, orderBy: { id: 'desc' } })
  // Told by their template: what stands in them, a link or a user ID, stays sealed.
  const mails = await tx.mail.findMany({ where, orderBy: { createdAt: 'desc' }, omit: { content: true } })
  return {
    questionIds: questions.map(({ questionId }) => questionId),
    agreements: acceptances.map(({ version, locale, acceptedAt }) => ({
      version,
      locale: locale as Locale,
      acceptedAt,
    })),
    sessions,
    ownDevices,
    messages,
    mails,
  }
}

/** The time of the database. */
export async function readNow(tx: Transaction): Promise<Date> {
  const rows = await tx.$queryRaw<{ now: Date }[]>`SELECT now() AS now`
  const [row] = rows
  if (row === undefined) throw new Error('the database did not tell the time')
  return row.now
}
