import { randomBytes, randomUUID } from 'node:crypto'
import { currentAgreement } from '@connect/contract/credentials/agreement'
import { createAccountRequest } from '@connect/contract/rooms/account'
import { issuesOf } from '@connect/contract/shared/issues'
import { describe, expect, it } from 'vitest'
import { createTestDatabase } from '../database.ts'
import { ageAccount } from './account.ts'
import { ageSession } from './session.ts'
import { aPerson } from './person.ts'
import pg from 'pg'

describe('a made-up person', () => {
  it('is let in by every rule, two hundred times over', () => {
    const agreement = { version: currentAgreement.version, accepted: true }
    for (let count = 0; count < 200; count += 1) {
      const request = { ...aPerson(), captcha: 'solved', agreement }
      expect(issuesOf(createAccountRequest, request)).toEqual([])
    }
  })

  it('has a user ID of their own', () => {
    const userIds = Array.from({ length: 200 }, () => aPerson().userId)
    expect(new Set(userIds).size).toBe(200)
  })

  it('takes what a test wants to say about them', () => {
    expect(aPerson({ firstName: 'Ñandú' }).firstName).toBe('Ñandú')
  })
})

describe('ageing a session', () => {
  it('moves its times back and leaves other people’s alone', async () => {
    const database = await createTestDatabase()
    const owner = new pg.Client({ connectionString: database.ownerUrl })
    await owner.connect()
    const [mine, other] = [await insertSession(owner), await insertSession(owner)]

    await ageSession(database.ownerUrl, mine.accountId, { idleMinutes: 16 })
    await ageSession(database.ownerUrl, mine.id, { absoluteHours: 9 })

    const { rows } = await owner.query(
      `SELECT id, idle_expires_at < now() AS idle, absolute_expires_at < now() AS over FROM session ORDER BY over DESC`,
    )
    expect(rows).toEqual([
      { id: mine.id, idle: true, over: true },
      { id: other.id, idle: false, over: false },
    ])
    await owner.end()
    await database.drop()
  })

  it('fails when there is no such session', async () => {
    const database = await createTestDatabase()
    await expect(ageSession(database.ownerUrl, randomUUID(), { idleMinutes: 16 })).rejects.toThrow(
      'There is no session',
    )
    await database.drop()
  })
})

describe('ageing an account', () => {
  it('fails when nothing waits in it', async () => {
    const database = await createTestDatabase()
    await expect(ageAccount(database.ownerUrl, randomUUID(), 24)).rejects.toThrow('Nothing waits')
    await database.drop()
  })
})

async function insertSession(owner: pg.Client): Promise<{ id: string; accountId: string }> {
  const [id, accountId] = [randomUUID(), randomUUID()]
  const sealed = randomBytes(32)
  await owner.query(
    `INSERT INTO account (id, user_id, user_id_folded, data_key, data_key_version, first_name, last_name, password_hash,
       pepper_version, locale) VALUES ($1, $2, $2, $3, 1, $3, $3, $4, 1, 'en')`,
    [accountId, aPerson().userId, sealed, `$2b$12$${'.'.repeat(53)}`],
  )
  await owner.query(
    `INSERT INTO session (id, account_id, token_hash, idle_expires_at, absolute_expires_at)
     VALUES ($1, $2, $3, now() + interval '15 minutes', now() + interval '8 hours')`,
    [id, accountId, randomBytes(32)],
  )
  return { id, accountId }
}
