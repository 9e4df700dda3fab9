import { execFile } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import path from 'node:path'
import { promisify } from 'node:util'
import { aFedCase, aFedMember, aReference } from '@connect/households/fed-case'
import { signedIn } from '../browser.ts'
import { someOwners } from '../owners.ts'
import { patiently } from '../patiently.ts'
import type { Stand } from '../stand.ts'
import type { Reporter } from './reporter.ts'

const command = path.resolve(import.meta.dirname, '../../../../apps/api/src/admin.ts')

async function tokenOf(stand: Stand): Promise<string> {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [command, 'token', 'create', '--name', `ledger ${randomUUID()}`, '--scope', 'cases:write'],
    { env: { ...process.env, ...stand.environment() } },
  )
  return stdout.trim().split('\n').at(-1) ?? ''
}

/** People who are signed in, each with a case of their own. */
export async function someReporters(stand: Stand, count: number): Promise<Reporter[]> {
  const token = await tokenOf(stand)
  const owners = await someOwners(stand, count)
  return Promise.all(
    owners.map(async (owner): Promise<Reporter> => {
      const member = aFedMember()
      await patiently(() =>
        stand.send('PUT', `/agency/cases/${aReference('C')}`, {
          body: aFedCase({ members: [member] }),
          headers: { authorization: `Bearer ${token}` },
        }),
      )
      const browser = await signedIn(stand, owner)
      const { clientId, birthYear, ssnLast4 } = member
      const key = { 'idempotency-key': randomUUID() }
      const { text } = await patiently(() =>
        browser.send('POST', '/case-links', { clientId, birthYear, ssnLast4 }, key),
      )
      const { caseId } = JSON.parse(text) as { caseId: string }
      return { id: owner.id, browser, caseId, memberId: member.memberId }
    }),
  )
}
