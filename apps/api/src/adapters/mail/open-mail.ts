import type { Locale } from '@connect/contract/shared/text'
import type { MailTemplate, MailValues } from '../../kernel/notices.ts'
import type { RecordCipher } from '../../kernel/record-cipher.ts'
import { composeMail, type ComposedMail, type MailSurroundings } from './compose-mail.ts'
import type { StoredMail } from './mail.store.ts'

export interface OpenedMail extends ComposedMail {
  readonly id: string
  readonly to: string
  readonly locale: Locale
  readonly createdAt: Date
}

/** Opens a stored e-mail and puts it together. Throws where the row does not open or its template lacks a value. */
export function openMail(cipher: RecordCipher, row: StoredMail, surroundings: MailSurroundings): OpenedMail {
  const { id, createdAt } = row
  const seal = cipher.open('mail', id, row)
  const locale = row.locale as Locale
  const values = JSON.parse(seal.openText('content', row.content)) as MailValues
  const composed = composeMail({ template: row.template as MailTemplate, locale, values }, surroundings)
  return { id, createdAt, locale, to: seal.openText('recipient', row.recipient), ...composed }
}
