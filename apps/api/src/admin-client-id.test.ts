import { aClientId } from '@connect/households/fed-case'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { timeOrderedId } from './kernel/ids.ts'
import { createLookup } from './kernel/lookup.ts'
import { createAdminBed, type AdminBed } from './testing/admin-command.ts'

let bed: AdminBed
beforeAll(async () => {
  bed = await createAdminBed()
})
afterAll(() => bed.drop())

/** A client ID at its limit, with a worker who was asked. */
async function aLockedClientId(): Promise<string> {
  const clientId = aClientId()
  const subject = createLookup(bed.keys)('client-id', clientId)
  await bed.app.prisma.associationCounter.create({
    data: { kind: 'client', subject, recent: [], sinceSuccess: 10, lastAt: new Date() },
  })
  await bed.app.prisma.caseReview.create({
    data: { id: timeOrderedId(), kind: 'locked_client_id', subject },
  })
  return clientId
}

const unlock = (words: readonly string[], input?: string) =>
  bed.admin(['client-id', 'unlock', ...words], {}, input)

const opened = 'The client ID is open again. Failed tries at it count from 0.\n'

test('opens a client ID that failed tries closed, read from standard input, and leaves a row of it', async () => {
  const other = await aLockedClientId()
  const clientId = await aLockedClientId()
  const written = `${clientId.slice(0, 3)} ${clientId.slice(3, 6)} ${clientId.slice(6)}\n`
  expect(await unlock([], written)).toEqual({ out: opened, err: '', code: 0 })
  expect(await bed.app.prisma.associationCounter.findMany({ select: { subject: true } })).toEqual([
    { subject: createLookup(bed.keys)('client-id', other) },
  ])
  expect(await bed.app.prisma.caseReview.count({ where: { decision: 'unlock' } })).toBe(1)
  const rows = await bed.app.prisma.auditEvent.findMany({ where: { event: 'client_id.unlocked' } })
  expect(rows).toMatchObject([{ actorKind: 'operator', details: { cleared: true, reviews: 1 } }])
  expect(JSON.stringify(rows)).not.toContain(clientId)
  expect((await unlock([], written)).out).toBe(
    'Nothing was counted against this client ID: it was open already.\n',
  )
})

test('takes the client ID from the command line as well', async () => {
  expect((await unlock(['--client-id', await aLockedClientId()])).out).toBe(opened)
})

test('changes nothing for what is no client ID', async () => {
  const wrong = [await unlock([]), await unlock([], '12345678\n'), await unlock(['--client', '123456789'])]
  expect(wrong).toEqual(
    Array(3).fill({
      out: 'Type the nine digits of a client ID. Nothing was changed.\n',
      err: '',
      code: 1,
    }),
  )
})
