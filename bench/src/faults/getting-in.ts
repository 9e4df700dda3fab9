import { randomUUID } from 'node:crypto'
import { currentAgreement } from '@connect/contract/credentials/agreement'
import type { Recovery } from '@connect/contract/rooms/recovery'
import { ageSession } from '@connect/prisma/testing/factories/session'
import { aPassword, aPerson } from '@connect/prisma/testing/factories/person'
import { nextAddress } from '../client/http-client.ts'
import { aCaptcha, browserWith, cookieOf, signedIn, type Browser } from './browser.ts'
import {
  audited,
  counted,
  mailed,
  sessionsEnded,
  told,
  type Attempt,
  type Operation,
  type Owner,
} from './operation.ts'
import { patiently } from './patiently.ts'
import type { Stand } from './stand.ts'

const accountOf = 'SELECT id FROM account WHERE user_id_folded = $1'

const register: Operation = {
  name: 'create an account',
  event: 'account.created',
  right: 201,
  again: 201,
  async prepare(stand) {
    const person = aPerson()
    const [key, address] = [randomUUID(), nextAddress()]
    const agreement = { version: currentAgreement.version, accepted: true }
    const body = { ...person, captcha: await aCaptcha(stand, 'register'), agreement }
    const headers = { 'idempotency-key': key, 'x-forwarded-for': address }
    return {
      send: () => stand.send('POST', '/accounts', { body, headers }),
      effect: () =>
        counted(
          stand,
          {
            account: `SELECT count(*) FROM account WHERE id = (${accountOf})`,
            questions: `SELECT count(*) / 5.0 FROM secret_question WHERE account_id = (${accountOf})`,
            answers: `SELECT count(*) / 5.0 FROM secret_answer_hash WHERE account_id = (${accountOf})`,
            agreement: `SELECT count(*) FROM agreement_acceptance WHERE account_id = (${accountOf})`,
            link: `SELECT count(*) FROM email_confirmation WHERE account_id = (${accountOf})`,
            mail: `SELECT count(*) FROM mail WHERE account_id = (${accountOf})`,
            job: `SELECT count(*) FROM pgboss.job JOIN mail ON mail.id::text = job.data ->> 'id'
                   WHERE job.name = 'mail' AND account_id = (${accountOf})`,
            audit: `SELECT count(*) FROM audit_event WHERE event = 'account.created' AND subject_id = (${accountOf})`,
            reply: `SELECT count(*) FROM idempotency_key WHERE key = $2 AND reply IS NOT NULL`,
          },
          [person.userId, key],
        ),
    }
  },
}

const signIn: Operation = {
  name: 'sign in',
  event: 'session.started',
  right: 200,
  again: 200,
  repeats: true,
  async prepare(stand, { id, userId, password }) {
    const sessions = { session: 'SELECT count(*) FROM session WHERE account_id = $1::uuid' }
    return {
      send: () => stand.send('POST', '/session', { body: { userId, password } }),
      effect: () => counted(stand, { ...sessions, ...audited('session.started') }, [id]),
    }
  },
}

const extend: Operation = {
  name: 'stay signed in',
  event: null,
  right: 200,
  again: 200,
  async prepare(stand, owner) {
    const browser = await signedIn(stand, owner)
    await ageSession(stand.ownerUrl(), owner.id, { idleMinutes: 10 })
    const extended = `SELECT count(*) FROM session WHERE account_id = $1::uuid AND idle_expires_at > now() + interval '10 minutes'`
    return {
      send: () => browser.send('POST', '/session/extension'),
      effect: () => counted(stand, { extended }, [owner.id]),
    }
  },
}

/** That the session of the second value is over. */
const ended = { session: 'SELECT 1 - count(*) FROM session WHERE account_id = $1::uuid AND id = $2::uuid' }

/** The session that was begun last. */
async function newestSession(stand: Stand, { id }: Owner): Promise<string> {
  const [session] = await stand.query<{ id: string }>(
    'SELECT id FROM session WHERE account_id = $1 ORDER BY id DESC LIMIT 1',
    [id],
  )
  return session?.id ?? ''
}

const signOut: Operation = {
  name: 'sign out',
  event: 'session.ended',
  right: 204,
  again: 204,
  async prepare(stand, owner) {
    const browser = await signedIn(stand, owner)
    const parts = { ...ended, ...audited('session.ended') }
    const values = [owner.id, await newestSession(stand, owner)]
    return {
      send: () => browser.send('DELETE', '/session'),
      effect: () => counted(stand, parts, values),
    }
  },
}

const revoke: Operation = {
  name: 'sign out there',
  event: 'session.revoked',
  right: 204,
  again: 404,
  async prepare(stand, owner) {
    await signedIn(stand, owner)
    const other = await newestSession(stand, owner)
    const browser = await signedIn(stand, owner)
    const parts = { ...ended, ...audited('session.revoked') }
    return {
      send: () => browser.send('DELETE', `/account/sessions/${other}`),
      effect: () => counted(stand, parts, [owner.id, other]),
    }
  },
}

const startRecovery: Operation = {
  name: 'begin a recovery',
  event: 'recovery.started',
  right: 201,
  // Its security check is spent.
  again: 422,
  async prepare(stand, { id, userId }) {
    const body = { userId, captcha: await aCaptcha(stand, 'recover') }
    const recovery = { recovery: 'SELECT count(*) FROM recovery WHERE account_id = $1::uuid' }
    return {
      send: () => stand.send('POST', '/recoveries', { body }),
      effect: () => counted(stand, { ...recovery, ...audited('recovery.started') }, [id]),
    }
  },
}

interface BegunRecovery {
  readonly id: string
  readonly browser: Browser
  readonly answers: readonly object[]
}

async function begun(stand: Stand, { userId, secretQuestions }: Owner): Promise<BegunRecovery> {
  const body = { userId, captcha: await aCaptcha(stand, 'recover') }
  const answer = await patiently(() => stand.send('POST', '/recoveries', { body }))
  const { id, questions } = JSON.parse(answer.text) as Recovery
  const answers = questions.map(({ questionId }) => ({
    questionId,
    answer: secretQuestions.find((own) => own.questionId === questionId)?.answer,
  }))
  return { id, answers, browser: browserWith(stand, cookieOf(answer, '__Host-recovery')) }
}

const answerQuestions: Operation = {
  name: 'answer secret questions',
  event: 'recovery.answered',
  right: 200,
  again: 200,
  repeats: true,
  async prepare(stand, owner) {
    const { id, browser, answers } = await begun(stand, owner)
    const token = {
      token: 'SELECT count(*) FROM recovery WHERE account_id = $1::uuid AND token_hash IS NOT NULL',
    }
    return {
      send: () => browser.send('POST', `/recoveries/${id}/answers`, { answers }),
      effect: () => counted(stand, { ...token, ...audited('recovery.answered') }, [owner.id]),
    }
  },
}

const recoverPassword: Operation = {
  name: 'set a forgotten password',
  event: 'recovery.completed',
  right: 204,
  again: 401,
  async prepare(stand, owner) {
    await signedIn(stand, owner)
    const { id, browser, answers } = await begun(stand, owner)
    const answered = await patiently(() => browser.send('POST', `/recoveries/${id}/answers`, { answers }))
    const { resetToken } = JSON.parse(answered.text) as { resetToken: string }
    const body = { resetToken, password: aPassword() }
    return {
      send: () => browser.send('PUT', `/recoveries/${id}/password`, body),
      effect: await passwordEffect(stand, owner, {
        hold: 'SELECT count(*) FROM account WHERE id = $1::uuid AND case_held_since IS NOT NULL',
        recovery: 'SELECT 1 - count(*) FROM recovery WHERE account_id = $1::uuid',
        ...sessionsEnded(),
        ...told('password_recovered'),
        ...audited('recovery.completed'),
      }),
    }
  },
}

/** That another password is in force, and the link of an e-mail address has ended, besides these parts. */
export async function passwordEffect(
  stand: Stand,
  { id }: Owner,
  parts: Readonly<Record<string, string>>,
): Promise<Attempt['effect']> {
  const [before] = await stand.query<{ hash: string }>(
    'SELECT password_hash AS hash FROM account WHERE id = $1',
    [id],
  )
  const password = 'SELECT count(*) FROM account WHERE id = $1::uuid AND password_hash <> $2'
  const link = 'SELECT 1 - count(*) FROM email_confirmation WHERE account_id = $1::uuid'
  return () => counted(stand, { password, link, ...parts }, [id, before?.hash])
}

const remind: Operation = {
  name: 'ask for a user ID',
  event: 'recovery.user_id_reminded',
  right: 202,
  again: 422,
  async prepare(stand, { id, email }) {
    let captcha = await aCaptcha(stand, 'remind')
    return {
      send: () => stand.send('POST', '/user-id-reminders', { body: { email, captcha } }),
      effect: () =>
        counted(stand, { ...mailed('user_id_reminder'), ...audited('recovery.user_id_reminded') }, [id]),
      async renew() {
        captcha = await aCaptcha(stand, 'remind')
      },
    }
  },
}

export const gettingIn: readonly Operation[] = [
  register,
  signIn,
  extend,
  signOut,
  revoke,
  startRecovery,
  answerQuestions,
  recoverPassword,
  remind,
]
