import { aFedMember } from '@connect/households/fed-case'
import type { FedMember } from '@connect/contract/rooms/case-feed'
import { ageAssociationCodes } from '@connect/prisma/testing/factories/cases'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { anIntegrator } from '../../testing/integrator.ts'
import { aQuickOwner, type QuickOwner } from '../../testing/quick-owner.ts'
import { newKey } from '../../testing/requests.ts'
import { aStoredCase, tripleOf, wrongTripleOf, type StoredCase } from '../../testing/stored-case.ts'
import { startTestApp, type TestApp } from '../../testing/test-app.ts'

let api: TestApp
beforeAll(async () => {
  api = await startTestApp()
})
afterAll(() => api.stop())

/** A case whose integrator can issue codes. */
async function aCase(member: FedMember = aFedMember()) {
  const agency = await anIntegrator(api, ['cases:write'])
  return { agency, ...(await aStoredCase(api, { members: [member] }, agency.integratorId)) }
}
type Case = Awaited<ReturnType<typeof aCase>>

const issue = ({ agency, caseRef, members }: Case, memberId = members[0].memberId, key = newKey()) =>
  agency.send('POST', `/agency/cases/${caseRef}/association-codes`, { memberId }, key)

async function codeFor(stored: Case): Promise<string> {
  return (await issue(stored)).json<{ code: string }>().code
}

const associate = ({ browser }: QuickOwner, body: unknown) =>
  browser.send('POST', '/case-links', body, newKey())

const withCode = ({ members: [{ clientId, birthYear }] }: StoredCase, code: string) => ({
  clientId,
  birthYear,
  code,
})

describe('issuing a one-time code', () => {
  test('shows ten letters and digits once, good for thirty days', async () => {
    const stored = await aCase()
    const key = newKey()
    const issued = await issue(stored, undefined, key)
    expect(issued.statusCode).toBe(201)
    const { code, expiresAt } = issued.json<{ code: string; expiresAt: string }>()
    expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{10}$/)
    expect(Math.round((Date.parse(expiresAt) - Date.now()) / 86_400_000)).toBe(30)
    const replayed = await issue(stored, undefined, key)
    expect(replayed.json()).toEqual({ memberId: stored.members[0].memberId, expiresAt })
    const { rows } = await api.deps.pool.query('SELECT * FROM association_code WHERE case_id = $1', [
      stored.caseId,
    ])
    expect(rows).toHaveLength(1)
    expect(JSON.stringify(rows)).not.toContain(code)
  })

  test('is of one case: the same key for a member of another case that is called the same is refused', async () => {
    const agency = await anIntegrator(api, ['cases:write'])
    const member = aFedMember()
    const twin = { ...aFedMember(), memberId: member.memberId }
    const [one, other] = [
      await aStoredCase(api, { members: [member] }, agency.integratorId),
      await aStoredCase(api, { members: [twin] }, agency.integratorId),
    ]
    const key = newKey()
    expect((await issue({ agency, ...one }, undefined, key)).statusCode).toBe(201)
    expect((await issue({ agency, ...other }, undefined, key)).json()).toMatchObject({
      status: 422,
      code: 'idempotency.key_reused',
    })
  })

  test('is for members who may associate, of one’s own cases', async () => {
    const stored = await aCase(aFedMember({ mayAssociate: false }))
    expect((await issue(stored)).json()).toMatchObject({
      status: 422,
      errors: [{ pointer: '/memberId', code: 'member.unknown' }],
    })
    expect((await issue(stored, 'M-nobody')).statusCode).toBe(422)
    const other = await anIntegrator(api, ['cases:write'])
    expect((await issue({ ...stored, agency: other })).statusCode).toBe(404)
  })
})

describe('associating with a one-time code', () => {
  test('opens a case to whoever has no digits, once', async () => {
    const stored = await aCase(aFedMember({ ssnLast4: undefined }))
    const code = await codeFor(stored)
    const [owner, other] = [await aQuickOwner(api), await aQuickOwner(api)]
    const written = `${code.slice(0, 5)}-${code.slice(5)}`.toLowerCase()
    const linked = await associate(owner, withCode(stored, written))
    expect(linked.json()).toMatchObject({ caseId: stored.caseId })
    const { id } = linked.json<{ id: string }>()
    await owner.browser.send('DELETE', `/case-links/${id}`)
    expect((await associate(other, withCode(stored, code))).json()).toMatchObject({
      code: 'case_link.not_matched',
      params: { attemptsLeftToday: 4 },
    })
  })

  test('fails the same for a code that is replaced, over, of another member, or with another birth year', async () => {
    const stored = await aCase()
    const other = await aCase()
    const owner = await aQuickOwner(api)
    const [replaced, code] = [await codeFor(stored), await codeFor(stored)]
    const wrong = [
      withCode(stored, replaced),
      withCode(stored, await codeFor(other)),
      { ...withCode(stored, code), birthYear: 1901 },
    ]
    const answers = []
    for (const body of wrong) answers.push(await associate(owner, body))
    await ageAssociationCodes(api.database.ownerUrl, stored.caseId, 31)
    answers.push(await associate(owner, withCode(stored, code)))
    expect(answers.map((answer) => answer.json<{ code: string }>().code)).toEqual(
      Array(4).fill('case_link.not_matched'),
    )
    expect(await api.deps.sweeper.sweepNow()).toMatchObject({ associationCode: 1 })
  })

  test('fails for a member who was fed as somebody else meanwhile', async () => {
    const stored = await aCase()
    const code = await codeFor(stored)
    await api.deps.pool.query('UPDATE case_member SET may_associate = false WHERE case_id = $1', [
      stored.caseId,
    ])
    expect((await associate(await aQuickOwner(api), withCode(stored, code))).statusCode).toBe(422)
  })

  test('is tried although account and client ID are locked, and opens both', async () => {
    const stored = await aCase()
    const owner = await aQuickOwner(api)
    for (let time = 0; time < 5; time += 1) await associate(owner, wrongTripleOf(stored.members[0]))
    expect((await associate(owner, tripleOf(stored.members[0]))).statusCode).toBe(422)
    expect((await associate(owner, withCode(stored, await codeFor(stored)))).statusCode).toBe(201)
    const { rowCount } = await api.deps.pool.query(
      'SELECT FROM association_counter WHERE subject = ANY($1)',
      [
        [
          Buffer.from(api.deps.lookup('account', owner.id)),
          Buffer.from(api.deps.lookup('client-id', stored.members[0].clientId ?? '')),
        ],
      ],
    )
    expect(rowCount).toBe(0)
  })

  test('may be tried five times a day, apart from tries with digits', async () => {
    const stored = await aCase()
    const owner = await aQuickOwner(api)
    await associate(owner, wrongTripleOf(stored.members[0]))
    const left = []
    for (let time = 0; time < 5; time += 1) {
      const refused = await associate(owner, withCode(stored, '0000000000'))
      left.push(refused.json<{ params: { attemptsLeftToday: number } }>().params.attemptsLeftToday)
    }
    expect(left).toEqual([4, 3, 2, 1, 0])
    const code = await codeFor(stored)
    expect((await associate(owner, withCode(stored, code))).statusCode).toBe(422)
    expect((await associate(owner, wrongTripleOf(stored.members[0]))).json()).toMatchObject({
      params: { attemptsLeftToday: 3 },
    })
  })
})
