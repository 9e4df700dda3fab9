import { connectDatabase, type Database } from '@connect/prisma/connect'
import { createTestDatabase, type TestDatabase } from '@connect/prisma/testing/database'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { generateKeys } from '../key-ring.ts'
import { createLookup } from '../lookup.ts'
import { createRecordAudit } from './audit.store.ts'
import { nextLink, signLink, type ChainLink } from './chain.ts'
import { readSeals } from './chain.store.ts'
import { createSealer } from './sealer.ts'
import { verifyAuditChain } from './verify.ts'

const keys = generateKeys()
const recordAudit = createRecordAudit(createLookup(keys))
let database: TestDatabase
let app: Database
/** Somebody who owns the tables, and so may do what the application may not. */
let owner: Database

beforeAll(async () => {
  database = await createTestDatabase()
  app = connectDatabase({ url: database.appUrl })
  owner = connectDatabase({ url: database.ownerUrl })
})
afterAll(async () => {
  await Promise.all([app.close(), owner.close()])
  await database.drop()
})

afterEach(async () => {
  await owner.pool.query('TRUNCATE audit_event, audit_seal, audit_head')
})

async function record(count: number): Promise<void> {
  for (let index = 0; index < count; index += 1) {
    await app.prisma.$transaction((tx) =>
      recordAudit(tx, {
        event: 'session.started',
        outcome: 'succeeded',
        actorKind: 'client',
        requestId: `request ${index}`,
        details: { index, note: 'ünïcode', none: null },
      }),
    )
  }
}

/** Rows sealed in batches of three and two, so that there is a signature in the middle. */
async function aSealedTrail() {
  const sealer = createSealer({ prisma: app.prisma, keys })
  await record(3)
  expect(await sealer.sealNow()).toBe(3)
  await record(2)
  expect(await sealer.sealNow()).toBe(2)
  const seals = await readSeals(app.prisma, { after: 0n, upTo: 5n, limit: 10 })
  return seals.map(({ eventId }) => eventId)
}

const verify = () => verifyAuditChain({ prisma: app.prisma, keys })

/** Rows are older than any transaction, as if time had passed. */
const letTimePass = () =>
  owner.prisma.$executeRaw`UPDATE audit_event SET occurred_at = occurred_at - interval '5 minutes'`

describe('the audit chain', () => {
  test('is intact when nobody touched it, empty or long', async () => {
    expect(await verify()).toMatchObject({ intact: true, sealed: 0n })
    await aSealedTrail()
    expect(await verify()).toMatchObject({ intact: true, sealed: 5n })
  })

  test('is intact while rows wait for the sealer', async () => {
    await aSealedTrail()
    await record(2)
    expect(await verify()).toMatchObject({ intact: true, sealed: 5n })
  })

  test.each([
    ['its event', `event = 'session.refused'`],
    ['its time, by a microsecond', `occurred_at = occurred_at + interval '1 microsecond'`],
    ['its request', 'request_id = NULL'],
    ['its person', `subject_id = '0190a5c2-0000-7000-8000-000000000001'`],
    ['its details', `details = '{}'`],
  ])('names a row of which somebody changed %s', async (_what, change) => {
    const ids = await aSealedTrail()
    await owner.pool.query(`UPDATE audit_event SET ${change} WHERE id = $1`, [ids[1]])
    expect(await verify()).toMatchObject({
      intact: false,
      fault: 'event_changed',
      sequence: 2n,
      eventId: ids[1],
    })
  })

  test('names a row that somebody deleted in the middle, even when its seal is left', async () => {
    const ids = await aSealedTrail()
    await owner.pool.query('DELETE FROM audit_event WHERE id = $1', [ids[2]])
    expect(await verify()).toMatchObject({
      intact: false,
      fault: 'event_missing',
      sequence: 3n,
      eventId: ids[2],
    })
  })

  test('names the place where somebody deleted a row and its seal', async () => {
    const ids = await aSealedTrail()
    await owner.pool.query('DELETE FROM audit_event WHERE id = $1', [ids[2]])
    await owner.pool.query('DELETE FROM audit_seal WHERE sequence = 3')
    expect(await verify()).toMatchObject({ intact: false, fault: 'seal_missing', sequence: 3n })
  })

  test('finds that its tail is missing, and where it ended', async () => {
    const ids = await aSealedTrail()
    await owner.pool.query('DELETE FROM audit_seal WHERE sequence > 3')
    await owner.pool.query('DELETE FROM audit_event WHERE id = ANY ($1)', [ids.slice(3)])
    expect(await verify()).toMatchObject({ intact: false, fault: 'tail_missing', sequence: 4n })
  })

  test('finds that its tail is missing although the head was set back', async () => {
    const ids = await aSealedTrail()
    await owner.pool.query('DELETE FROM audit_seal WHERE sequence > 3')
    await owner.pool.query('DELETE FROM audit_event WHERE id = ANY ($1)', [ids.slice(3)])
    await owner.pool.query(`
      UPDATE audit_head SET sequence = seal.sequence, hash = seal.hash, signature = seal.signature
        FROM audit_seal seal WHERE seal.sequence = 3`)
    expect(await verify()).toMatchObject({ intact: false, fault: 'head_forged', sequence: 3n })
  })

  test('finds that its head is gone', async () => {
    await aSealedTrail()
    await owner.pool.query('DELETE FROM audit_head')
    expect(await verify()).toMatchObject({ intact: false, fault: 'head_missing', sequence: 1n })
  })

  test('names the first of two rows that changed places', async () => {
    const ids = await aSealedTrail()
    const moves = [
      [2, '0190a5c2-0000-7000-8000-000000000001'],
      [4, ids[1]],
      [2, ids[3]],
    ]
    for (const move of moves) {
      await owner.pool.query('UPDATE audit_seal SET event_id = $2 WHERE sequence = $1', move)
    }
    expect(await verify()).toMatchObject({
      intact: false,
      fault: 'event_changed',
      sequence: 2n,
      eventId: ids[3],
    })
  })

  test('does not pass when somebody made all its hashes anew without the key', async () => {
    const ids = await aSealedTrail()
    await owner.pool.query(`UPDATE audit_event SET outcome = 'refused' WHERE id = $1`, [ids[1]])
    await chainAnew(null)
    expect(await verify()).toMatchObject({
      intact: false,
      fault: 'signature_wrong',
      sequence: 3n,
      eventId: ids[2],
    })
  })

  test('does not pass when somebody signed it with a key of their own', async () => {
    const ids = await aSealedTrail()
    await owner.pool.query(`UPDATE audit_event SET outcome = 'refused' WHERE id = $1`, [ids[1]])
    await chainAnew(generateKeys())
    expect(await verify()).toMatchObject({
      intact: false,
      fault: 'signature_wrong',
      sequence: 3n,
      eventId: ids[2],
    })
  })

  test('does not pass when somebody took the signatures away', async () => {
    const ids = await aSealedTrail()
    await owner.pool.query(`UPDATE audit_event SET outcome = 'refused' WHERE id = $1`, [ids[1]])
    await chainAnew(null)
    await owner.pool.query('UPDATE audit_seal SET signature = NULL')
    expect(await verify()).toMatchObject({ intact: false, fault: 'head_forged', sequence: 5n })
  })

  test('names a seal that somebody forged', async () => {
    const ids = await aSealedTrail()
    await owner.pool.query(
      `UPDATE audit_seal SET previous_hash = decode(repeat('00', 32), 'hex') WHERE sequence = 4`,
    )
    expect(await verify()).toMatchObject({
      intact: false,
      fault: 'seal_forged',
      sequence: 4n,
      eventId: ids[3],
    })
  })

  test('finds seals that somebody added behind its head', async () => {
    const ids = await aSealedTrail()
    await record(1)
    const { id } = await app.prisma.auditEvent.findFirstOrThrow({ where: { id: { notIn: ids } } })
    await app.prisma.$executeRaw`
      INSERT INTO audit_seal (sequence, event_id, previous_hash, hash, key_version)
      SELECT 6, ${id}::uuid, hash, hash, 1 FROM audit_seal WHERE sequence = 5`
    expect(await verify()).toMatchObject({ intact: false, fault: 'tail_added', sequence: 6n, eventId: id })
  })

  test('finds old rows that nothing seals: the whole chain removed, or a row slipped in', async () => {
    const ids = await aSealedTrail()
    await owner.pool.query('DELETE FROM audit_seal')
    await owner.pool.query('DELETE FROM audit_head')
    await letTimePass()
    expect(await verify()).toMatchObject({
      intact: false,
      fault: 'events_unsealed',
      sequence: 1n,
      eventId: ids[0],
    })
  })

  /** Does to the chain what somebody could who owns the tables: every link fits the one before. */
  async function chainAnew(forger: ReturnType<typeof generateKeys> | null): Promise<void> {
    const seals = await readSeals(app.prisma, { after: 0n, upTo: 5n, limit: 10 })
    let link: ChainLink = { sequence: 0n, hash: new Uint8Array(32) }
    for (const seal of seals) {
      if (seal.event === null) throw new Error('a row is gone')
      const next = nextLink(link, seal.event)
      const signature =
        forger && seal.signature ? signLink(forger.auditSigning.current.key, 'link', next) : seal.signature
      await owner.prisma.$executeRaw`
        UPDATE audit_seal SET previous_hash = ${link.hash}, hash = ${next.hash}, signature = ${signature}
         WHERE sequence = ${seal.sequence}`
      link = next
    }
    await owner.prisma.$executeRaw`UPDATE audit_head SET hash = ${link.hash}`
  }
})
