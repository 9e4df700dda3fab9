import type { MailTemplate, MailValues } from '../kernel/notices.ts'
import { post } from './requests.ts'
import type { TestApp } from './test-app.ts'

interface StoredMail {
  readonly id: string
  readonly to: string
  readonly template: MailTemplate
  readonly locale: string
  readonly state: string
  readonly values: MailValues
}

/** Every e-mail that the portal wrote so far, opened, oldest first. */
export async function storedMails({ deps }: TestApp): Promise<StoredMail[]> {
  const { rows } = await deps.pool.query<{
    id: string
    data_key: Buffer
    data_key_version: number
    recipient: Buffer
    content: Buffer
    template: MailTemplate
    locale: string
    state: string
  }>('SELECT * FROM mail ORDER BY id')
  return rows.map(({ id, data_key, data_key_version, recipient, content, template, locale, state }) => {
    const seal = deps.cipher.open('mail', id, { dataKey: data_key, dataKeyVersion: data_key_version })
    return {
      id,
      to: seal.openText('recipient', recipient),
      template,
      locale,
      state,
      values: JSON.parse(seal.openText('content', content)) as MailValues,
    }
  })
}

/** The kinds of e-mails that were written to an address, oldest first. */
export async function mailsTo(api: TestApp, address: string): Promise<MailTemplate[]> {
  return (await storedMails(api)).filter(({ to }) => to === address).map(({ template }) => template)
}

/** The token of the link that was sent last to an address. */
export async function lastToken(api: TestApp, address: string): Promise<string> {
  const mails = await storedMails(api)
  const mail = mails.findLast(({ to, template }) => to === address && template === 'email_confirmation')
  if (typeof mail?.values['token'] !== 'string') throw new Error('no link was sent')
  return mail.values['token']
}

/** Opens the link that was sent last to an address and presses its button. */
export async function confirmAddress(api: TestApp, address: string): Promise<void> {
  const answer = await post(api, '/email-confirmations', { token: await lastToken(api, address) })
  if (answer.statusCode !== 204) throw new Error(`not confirmed: ${answer.body}`)
}
