import { setTimeout as delay } from 'node:timers/promises'
import { aPassword } from '@connect/prisma/testing/factories/person'
import { atLeast, atMost, never, type Figure } from '../figure.ts'
import { signedIn } from './browser.ts'
import { someOwners } from './owners.ts'
import type { Scenario } from './scenario.ts'
import type { Stand } from './stand.ts'
import { until } from './until.ts'

/** How long the mail server is away at least, and how long every e-mail may take once it is back, in milliseconds. */
const away = 120_000
const patience = 600_000

/** People who are written to meanwhile. */
const people = 6

interface MailRow {
  readonly id: string
  readonly state: string
  readonly attempts: number
}

/** E-mails that belong to accounts, so that their rows stay after they were sent. */
async function mailRows(stand: Stand): Promise<MailRow[]> {
  return stand.query<MailRow>('SELECT id, state, attempts FROM mail WHERE account_id IS NOT NULL')
}

/** Kills the server when an e-mail was taken, before it is told so. Fulfilled with the e-mail's id. */
function killWhileSending(stand: Stand): Promise<string> {
  return new Promise((resolve) => {
    stand.mailbox.beforeAnswer = async ({ id }) => {
      stand.mailbox.beforeAnswer = null
      await stand.killServer()
      resolve(id)
    }
  })
}

/** Of these e-mails those that were received so often. */
function receivedTimes(stand: Stand, ids: readonly string[], isWrong: (times: number) => boolean): string[] {
  return ids
    .map((id) => stand.mailbox.received.filter((mail) => mail.id === id).length)
    .filter(isWrong)
    .map((times) => `${times} times`)
}

/**
 * The server killed while it sends an e-mail, and then the mail server away for minutes while people are written to: all
 * arrive once it is back, as soon as the queue has them tried again; once each, but for the one that the kill cut off.
 */
export const mailServerAway: Scenario = {
  name: 'mail-server-away',
  async run(stand): Promise<Figure[]> {
    const [first] = await someOwners(stand, 1)
    if (first === undefined) throw new Error('Nobody has an account.')
    await until(async () => (await mailRows(stand)).every(({ state }) => state === 'sent'), patience)

    const killed = killWhileSending(stand)
    const browser = await signedIn(stand, first)
    await browser.send('PUT', '/account/password', { currentPassword: first.password, password: aPassword() })
    const cutOff = await killed
    await stand.startServer()

    const before = new Set((await mailRows(stand)).map(({ id }) => id))
    await stand.mailbox.close()
    const left = performance.now()
    const owners = await someOwners(stand, people)
    const written = (await mailRows(stand)).filter(({ id }) => !before.has(id)).map(({ id }) => id)
    await until(
      async () => (await mailRows(stand)).every(({ id, attempts }) => before.has(id) || attempts > 0),
      patience,
    )
    await delay(Math.max(0, away - (performance.now() - left)))
    const tries = (await mailRows(stand)).filter(({ id }) => !before.has(id)).map(({ attempts }) => attempts)
    await stand.mailbox.open()

    const back = performance.now()
    await until(async () => (await mailRows(stand)).every(({ state }) => state === 'sent'), patience)
    const minutes = (performance.now() - back) / 60_000
    const all = await mailRows(stand)
    return [
      atLeast('e-mails written while the mail server was away', written.length, owners.length),
      atLeast('e-mails: tries of each while it was away', Math.min(...tries), 1),
      atMost('e-mails: until the last one was sent, once it was back', minutes, patience / 60_000, 'min'),
      never(
        'e-mails: not sent',
        all.filter(({ state }) => state !== 'sent').map(({ state }) => state),
      ),
      never(
        'e-mails: not received',
        receivedTimes(
          stand,
          all.map(({ id }) => id),
          (times) => times === 0,
        ),
      ),
      never(
        'e-mails: written meanwhile and not received once',
        receivedTimes(stand, written, (times) => times !== 1),
      ),
      never(
        'e-mails: cut off by a kill and received more than twice',
        receivedTimes(stand, [cutOff], (times) => times > 2),
      ),
    ]
  },
}
