import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { aReference } from '@connect/households/fed-case'
import pg from 'pg'
import { aHousehold } from '../case-import/household.ts'
import { createHttpClient } from '../client/http-client.ts'
import type { Portal } from '../portal/portal.ts'
import { tokenOf } from '../portal/token.ts'
import type { Target, Targets } from '../routes/pump.ts'

/** Somebody with a session and the first member's client ID, who need not do the work of becoming that. */
const associate = `
  WITH owner AS (
    INSERT INTO account (id, user_id, user_id_folded, data_key, data_key_version, first_name, last_name, password_hash,
                         pepper_version, locale)
    VALUES ($1, $2, $2, decode(repeat('00', 60), 'hex'), 1, decode(repeat('00', 30), 'hex'),
            decode(repeat('00', 30), 'hex'), '$2b$12$' || repeat('.', 53), 1, 'en')
    RETURNING id),
  signed_in AS (
    INSERT INTO session (id, account_id, token_hash, idle_expires_at, absolute_expires_at)
    SELECT $3, id, $4, now() + interval '8 hours', now() + interval '8 hours' FROM owner)
  INSERT INTO case_link (id, account_id, integrator_id, client_lookup)
  SELECT $5, owner.id, c.integrator_id, m.client_lookup
  FROM owner, case_member m JOIN benefit_case c ON c.id = m.case_id WHERE m.case_id = $6 AND m.member_id = $7`

/** Feeds so many cases, gives each an owner of its own who is signed in, and answers how each owner asks for theirs. */
export async function someKnownCases(portal: Portal, count: number): Promise<Targets> {
  const authorization = `Bearer ${await tokenOf(portal)}`
  const client = createHttpClient(portal.address)
  const database = new pg.Client({ connectionString: portal.ownerUrl })
  await database.connect()
  const targets: Target[] = []
  try {
    for (let made = 0; made < count; made += 1) {
      const fed = aHousehold()
      const caseRef = aReference('C')
      const answer = await client.send('PUT', `/api/v1/agency/cases/${caseRef}`, {
        headers: { authorization },
        body: fed,
      })
      if (answer.status !== 201) throw new Error(`A case could not be fed: ${answer.text}`)
      const { caseId } = JSON.parse(answer.text) as { caseId: string }
      const token = randomBytes(32).toString('base64url')
      await database.query(associate, [
        randomUUID(),
        aReference('bench'),
        randomUUID(),
        createHash('sha256').update(token).digest(),
        randomUUID(),
        caseId,
        fed.members[0]?.memberId,
      ])
      targets.push({ path: `/cases/${caseId}`, headers: { cookie: `__Host-session=${token}` } })
    }
  } finally {
    client.close()
    await database.end()
  }
  const [first, ...others] = targets
  if (first === undefined) throw new Error('No case was fed.')
  return [first, ...others]
}
