import { ageAccount } from '@connect/prisma/testing/factories/account'
import { atMost, never, type Figure } from '../figure.ts'
import { signedIn } from './browser.ts'
import type { Moment } from './gateway.ts'
import type { Owner } from './operation.ts'
import { someOwners } from './owners.ts'
import { patiently } from './patiently.ts'
import type { Scenario } from './scenario.ts'
import type { Stand } from './stand.ts'
import { until } from './until.ts'

/** The server looks for accounts whose time has come once a minute, in milliseconds; and some more. */
const pass = 75_000

/** Hours: the cooling-off is over. */
const coolingOff = 25

const event = 'account.deleted'

async function remaining(stand: Stand, owners: readonly Owner[]): Promise<number> {
  const rows = await stand.query('SELECT FROM account WHERE id = ANY ($1)', [owners.map(({ id }) => id)])
  return rows.length
}

/** What is not there once for a deleted account: its audit row, its last e-mail. */
async function notOnce(stand: Stand, owners: readonly Owner[], mailsBefore: number): Promise<string[]> {
  const audited = await stand.query<{ id: string }>(
    'SELECT subject_id AS id FROM audit_event WHERE event = $1',
    [event],
  )
  return owners.flatMap(({ id, email }) => {
    const rows = audited.filter((row) => row.id === id).length
    const sent = stand.mailbox.received.slice(mailsBefore).filter(({ to }) => to === email)
    const mails = new Set(sent.map((mail) => mail.id)).size
    return rows === 1 && mails === 1 ? [] : [`${rows} audit rows and ${mails} e-mails of one deletion`]
  })
}

/** `kill -9` of the server while it deletes accounts whose time has come, before the commit and after. */
export const killedDeletion: Scenario = {
  name: 'killed-deletion',
  async run(stand): Promise<Figure[]> {
    const owners = await someOwners(stand, 2)
    for (const owner of owners) {
      const browser = await signedIn(stand, owner)
      await patiently(() => browser.send('DELETE', '/account', { password: owner.password }))
    }
    // What was told until now has arrived, so that the next e-mail is the last.
    await until(async () => {
      const [row] = await stand.query<{ waiting: number }>(
        `SELECT count(*)::int AS waiting FROM mail WHERE account_id = ANY ($1) AND state = 'queued'`,
        [owners.map(({ id }) => id)],
      )
      return row?.waiting === 0
    }, pass)
    const mailsBefore = stand.mailbox.received.length
    const left: number[] = []
    for (const moment of ['before the commit', 'after the commit'] satisfies Moment[]) {
      const held = stand.gateway.hold(event, moment)
      if (left.length === 0) for (const { id } of owners) await ageAccount(stand.ownerUrl(), id, coolingOff)
      await held
      await stand.killServer()
      left.push(await remaining(stand, owners))
      await stand.startServer()
    }
    await until(async () => (await remaining(stand, owners)) === 0, pass)
    await until(async () => (await notOnce(stand, owners, mailsBefore)).length === 0, pass)
    return [
      never(
        'deletions: not as they were committed after a kill',
        left.join() === '2,1' ? [] : [`${left.join(' and ')} accounts left`],
      ),
      atMost('deletions: accounts left a minute later', await remaining(stand, owners), 0),
      never('deletions: not audited or not told exactly once', await notOnce(stand, owners, mailsBefore)),
    ]
  },
}
