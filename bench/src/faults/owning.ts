import { setTimeout as delay } from 'node:timers/promises'
import { aPassword, aPerson } from '@connect/prisma/testing/factories/person'
import { signedIn, type Browser } from './browser.ts'
import { passwordEffect } from './getting-in.ts'
import { audited, counted, mailed, sessionsEnded, told, type Operation, type Owner } from './operation.ts'
import { patiently } from './patiently.ts'
import type { Stand } from './stand.ts'

interface Before {
  readonly firstName: Buffer
  readonly tokenHash: Buffer
}

async function look(stand: Stand, { id }: Owner): Promise<Before> {
  const [row] = await stand.query<Before>(
    `SELECT first_name AS "firstName", token_hash AS "tokenHash"
       FROM account JOIN email_confirmation ON account_id = id WHERE id = $1`,
    [id],
  )
  if (row === undefined) throw new Error(`Nothing is known of ${id}.`)
  return row
}

/** The version that a change has to name. */
async function tagOf(browser: Browser): Promise<Record<string, string>> {
  const { headers } = await patiently(() => browser.send('GET', '/account'))
  return { 'if-match': headers.etag ?? '' }
}

const version = { version: 'SELECT version FROM account WHERE id = $1::uuid' }

/** A link that is not the one before. */
const otherLink = {
  link: 'SELECT count(*) FROM email_confirmation WHERE account_id = $1::uuid AND token_hash <> $2',
}

const changeName: Operation = {
  name: 'change the name',
  event: 'account.profile_changed',
  right: 200,
  again: 200,
  async prepare(stand, owner) {
    const browser = await signedIn(stand, owner)
    const before = await look(stand, owner)
    const tag = await tagOf(browser)
    const body = { firstName: aPerson().firstName }
    const name = { name: 'SELECT count(*) FROM account WHERE id = $1::uuid AND first_name <> $2' }
    return {
      send: () => browser.send('PATCH', '/account', body, tag),
      effect: () =>
        counted(stand, { ...name, ...version, ...audited('account.profile_changed') }, [
          owner.id,
          before.firstName,
        ]),
    }
  },
}

const changeEmail: Operation = {
  name: 'change the e-mail address',
  event: 'account.email_change_requested',
  right: 200,
  again: 200,
  async prepare(stand, owner) {
    const browser = await signedIn(stand, owner)
    const before = await look(stand, owner)
    const tag = await tagOf(browser)
    const body = { email: aPerson().email }
    const parts = {
      ...otherLink,
      ...version,
      ...mailed('email_confirmation'),
      ...audited('account.email_change_requested'),
    }
    return {
      send: () => browser.send('PATCH', '/account', body, tag),
      effect: () => counted(stand, parts, [owner.id, before.tokenHash]),
    }
  },
}

const sendLink: Operation = {
  name: 'send the link again',
  event: 'account.email_change_requested',
  right: 204,
  again: 204,
  repeats: true,
  async prepare(stand, owner) {
    const browser = await signedIn(stand, owner)
    const { tokenHash } = await look(stand, owner)
    const parts = {
      ...otherLink,
      ...version,
      ...mailed('email_confirmation'),
      ...audited('account.email_change_requested'),
    }
    return {
      send: () => browser.send('POST', '/account/email-confirmation'),
      effect: () => counted(stand, parts, [owner.id, tokenHash]),
    }
  },
}

/** The token of the newest link to an address, as soon as the e-mail is there. */
async function tokenSentTo({ mailbox }: Stand, address: string): Promise<string> {
  for (;;) {
    const mail = mailbox.received.findLast(({ to }) => to === address)
    const token = /#token=([\w-]+)/.exec(mail?.text ?? '')?.[1]
    if (token !== undefined) return token
    await delay(100)
  }
}

const confirmEmail: Operation = {
  name: 'confirm the e-mail address',
  event: 'account.email_confirmed',
  right: 204,
  again: 204,
  async prepare(stand, owner) {
    const browser = await signedIn(stand, owner)
    const { email = '' } = aPerson()
    await patiently(() => browser.send('PATCH', '/account', { email }, { 'if-match': '*' }))
    const body = { token: await tokenSentTo(stand, email) }
    const confirmed = 'SELECT count(*) FROM account WHERE id = $1::uuid AND email_confirmed_at IS NOT NULL'
    return {
      send: () => stand.send('POST', '/email-confirmations', { body }),
      effect: () =>
        counted(
          stand,
          { confirmed, ...version, ...told('email_changed'), ...audited('account.email_confirmed') },
          [owner.id],
        ),
    }
  },
}

const changePassword: Operation = {
  name: 'change the password',
  event: 'account.password_changed',
  right: 204,
  // The password that it gives is the one in force no longer.
  again: 422,
  async prepare(stand, owner) {
    await signedIn(stand, owner)
    const browser = await signedIn(stand, owner)
    const body = { currentPassword: owner.password, password: aPassword() }
    return {
      send: () => browser.send('PUT', '/account/password', body),
      effect: await passwordEffect(stand, owner, {
        ...sessionsEnded(1),
        ...told('password_changed'),
        ...audited('account.password_changed'),
      }),
    }
  },
}

const changeQuestions: Operation = {
  name: 'change the secret questions',
  event: 'account.secret_questions_changed',
  right: 204,
  again: 204,
  repeats: true,
  async prepare(stand, owner) {
    const browser = await signedIn(stand, owner)
    const { secretQuestions } = aPerson()
    const before = await stand.query<{ hash: string }>(
      'SELECT hash FROM secret_answer_hash WHERE account_id = $1',
      [owner.id],
    )
    const answers =
      'SELECT count(*) / 5.0 FROM secret_answer_hash WHERE account_id = $1::uuid AND hash <> ALL ($2::text[])'
    const parts = {
      answers,
      ...told('secret_questions_changed'),
      ...audited('account.secret_questions_changed'),
    }
    return {
      send: () =>
        browser.send('PUT', '/account/secret-questions', {
          currentPassword: owner.password,
          secretQuestions,
        }),
      effect: () => counted(stand, parts, [owner.id, before.map(({ hash }) => hash)]),
    }
  },
}

const due = 'SELECT count(*) FROM account WHERE id = $1::uuid AND deletion_due_at IS NOT NULL'

const askForDeletion: Operation = {
  name: 'ask for deletion',
  event: 'account.deletion_requested',
  right: 200,
  // The session that asked has ended.
  again: 401,
  async prepare(stand, owner) {
    const browser = await signedIn(stand, owner)
    const parts = {
      due,
      ...sessionsEnded(),
      ...told('deletion_requested'),
      ...audited('account.deletion_requested'),
    }
    return {
      send: () => browser.send('DELETE', '/account', { password: owner.password }),
      effect: () => counted(stand, parts, [owner.id]),
    }
  },
}

const keepAccount: Operation = {
  name: 'keep the account',
  event: 'account.deletion_cancelled',
  right: 204,
  again: 204,
  async prepare(stand, owner) {
    const asking = await signedIn(stand, owner)
    await patiently(() => asking.send('DELETE', '/account', { password: owner.password }))
    const browser = await signedIn(stand, owner)
    const parts = {
      kept: `SELECT 1 - (${due})`,
      ...told('deletion_cancelled'),
      ...audited('account.deletion_cancelled'),
    }
    return {
      send: () => browser.send('POST', '/account/restoration'),
      effect: () => counted(stand, parts, [owner.id]),
    }
  },
}

const markMessage: Operation = {
  name: 'mark a message as read',
  event: 'account.message_read',
  right: 200,
  again: 200,
  async prepare(stand, owner) {
    const browser = await signedIn(stand, owner)
    const [message] = await stand.query<{ id: string }>(
      `INSERT INTO message (id, account_id, kind, details) VALUES (uuidv7(), $1, 'password_changed', '{}') RETURNING id`,
      [owner.id],
    )
    const read = 'SELECT count(*) FROM message WHERE account_id = $1::uuid AND read_at IS NOT NULL'
    return {
      send: () => browser.send('PATCH', `/account/messages/${message?.id ?? ''}`, { read: true }),
      effect: () => counted(stand, { read, ...audited('account.message_read') }, [owner.id]),
    }
  },
}

export const owning: readonly Operation[] = [
  changeName,
  changeEmail,
  confirmEmail,
  changePassword,
  changeQuestions,
  askForDeletion,
  keepAccount,
  markMessage,
  sendLink,
]
