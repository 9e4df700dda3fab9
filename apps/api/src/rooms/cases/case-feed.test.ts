import type { FedCase, StoredCase } from '@connect/contract/rooms/case-feed'
import { connectDatabase } from '@connect/prisma/connect'
import {
  aFedCase,
  aFedChild,
  aFedMember,
  aFedPayment,
  aFedProgram,
  aReference,
} from '@connect/households/fed-case'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { clientLookups, tripleLookup } from '../../kernel/lookup.ts'
import { anIntegrator } from '../../testing/integrator.ts'
import { startTestApp, type TestApp } from '../../testing/test-app.ts'
import { openPayments, openSummary } from './case-summary.ts'

let api: TestApp
let system: Awaited<ReturnType<typeof anIntegrator>>

beforeAll(async () => {
  api = await startTestApp()
  system = await anIntegrator(api, ['cases:write'])
})
afterAll(() => api.stop())

const put = (caseRef: string, fed: unknown, by = system, instance = api) =>
  by.send('PUT', `/agency/cases/${caseRef}`, fed, {}, instance)

const stored = (caseRef: string, { integratorId } = system) =>
  api.deps.commit((tx) =>
    tx.benefitCase.findUniqueOrThrow({
      where: { integratorId_caseRef: { integratorId, caseRef } },
      include: { members: { orderBy: { memberId: 'asc' } } },
    }),
  )

const at = (minute: number) => new Date(Date.UTC(2024, 0, 1, 0, minute)).toISOString()

describe('a case that is told', () => {
  test('is new once, and replaced as a whole after that, under the same id', async () => {
    const caseRef = aReference('C')
    const first = aFedCase({ asOf: at(1), office: 'hartford', language: 'es' })
    const created = await put(caseRef, first)
    expect(created.statusCode).toBe(201)
    expect(created.json()).toEqual({ caseId: expect.any(String) as string, caseRef, asOf: at(1) })

    const second: FedCase = { asOf: at(2), members: [aFedMember()] }
    const replaced = await put(caseRef, second)
    expect(replaced.statusCode).toBe(200)
    const { caseId } = replaced.json<StoredCase>()
    expect(caseId).toBe(created.json<StoredCase>().caseId)

    const row = await stored(caseRef)
    expect(openSummary(api.deps.cipher, row)).toEqual({
      members: second.members.map(({ memberId, clientId, firstName, lastName }) => ({
        memberId,
        clientId,
        firstName,
        lastName,
      })),
      programs: [],
      office: null,
      language: null,
    })
    expect(openPayments(api.deps.cipher, row)).toEqual([])
    expect(row.members.map(({ memberId }) => memberId)).toEqual([second.members[0]?.memberId])
  })

  test('keeps its payments newest first', async () => {
    const caseRef = aReference('C')
    const payment = (paymentRef: string, paidOn: string) => aFedPayment({ paymentRef, paidOn })
    const payments = [payment('a', '2026-09-01'), payment('b', '2026-10-01'), payment('c', '2026-10-01')]
    await put(caseRef, aFedCase({ payments }))
    const refs = openPayments(api.deps.cipher, await stored(caseRef)).map(({ paymentRef }) => paymentRef)
    expect(refs).toEqual(['c', 'b', 'a'])
  })

  test('is found by keyed look-ups of whoever may associate, and of nobody else', async () => {
    const caseRef = aReference('C')
    const head = aFedMember({ memberId: 'a' })
    const codeOnly = aFedMember({ memberId: 'b' })
    delete codeOnly.ssnLast4
    const known = aFedMember({ memberId: 'c', mayAssociate: false })
    const members = [head, codeOnly, known, aFedChild({ memberId: 'd' })]
    await put(caseRef, aFedCase({ members, programs: [aFedProgram(['a', 'd'])] }))
    const { lookup } = api.deps
    const of = ({ clientId = '', birthYear }: typeof head) => clientLookups(lookup, clientId, birthYear)
    const triple = tripleLookup(lookup, {
      clientId: head.clientId ?? '',
      birthYear: head.birthYear,
      ssnLast4: head.ssnLast4 ?? '',
    })
    expect((await stored(caseRef)).members).toMatchObject([
      { clientLookup: of(head).client, pairLookup: of(head).pair, tripleLookup: triple, mayAssociate: true },
      { clientLookup: of(codeOnly).client, pairLookup: of(codeOnly).pair, tripleLookup: null },
      { clientLookup: of(known).client, pairLookup: null, tripleLookup: null, mayAssociate: false },
      { clientLookup: null, pairLookup: null, tripleLookup: null, mayAssociate: false },
    ])
  })

  test('is refused when it is older than what is stored, and taken when it is as old', async () => {
    const caseRef = aReference('C')
    await put(caseRef, aFedCase({ asOf: '2024-01-01T00:00:00.000002Z', office: 'now' }))
    const older = await put(caseRef, aFedCase({ asOf: '2024-01-01T00:00:00.000001Z', office: 'older' }))
    expect(older.statusCode).toBe(409)
    expect(older.json()).toMatchObject({ code: 'case.stale' })
    expect(openSummary(api.deps.cipher, await stored(caseRef)).office).toBe('now')
    expect((await put(caseRef, aFedCase({ asOf: '2024-01-01T00:00:00.000002Z' }))).statusCode).toBe(200)
  })

  test('is the newest of many that come at once over two instances, whatever their order', async () => {
    const beside = await startTestApp({ beside: api })
    try {
      const caseRef = aReference('C')
      const minutes = Array.from({ length: 20 }, (_, index) => (index * 7) % 20)
      const answers = await Promise.all(
        minutes.map((minute, index) =>
          put(
            caseRef,
            aFedCase({ asOf: at(minute), office: `o${String(minute)}` }),
            system,
            index % 2 ? api : beside,
          ),
        ),
      )
      const statuses = answers.map(({ statusCode }) => statusCode)
      expect(statuses.filter((status) => status === 201)).toHaveLength(1)
      expect(statuses.every((status) => [200, 201, 409].includes(status))).toBe(true)
      const row = await stored(caseRef)
      expect(row.asOf.toISOString()).toBe(at(19))
      const { office, members } = openSummary(api.deps.cipher, row)
      expect(office).toBe('o19')
      expect(row.members.map(({ memberId }) => memberId)).toEqual(members.map(({ memberId }) => memberId))
    } finally {
      await beside.stop()
    }
  })

  test('is each integrator’s own: the same reference of another one is another case', async () => {
    const other = await anIntegrator(api, ['cases:write'])
    const caseRef = aReference('C')
    const mine = await put(caseRef, aFedCase({ office: 'mine' }))
    const theirs = await put(caseRef, aFedCase({ office: 'theirs' }), other)
    expect(theirs.statusCode).toBe(201)
    expect(theirs.json<StoredCase>().caseId).not.toBe(mine.json<StoredCase>().caseId)
    expect(openSummary(api.deps.cipher, await stored(caseRef)).office).toBe('mine')
  })

  test('leaves a row in the audit trail with ids alone', async () => {
    const { caseId } = (await put(aReference('C'), aFedCase())).json<StoredCase>()
    const rows = await api.deps.commit((tx) => tx.auditEvent.findMany({ where: { subjectId: caseId } }))
    expect(rows).toMatchObject([
      {
        event: 'case.stored',
        actorKind: 'integrator',
        actorId: system.tokenId,
        details: { outcome: 'created' },
      },
    ])
  })

  test('is nothing that others could read in the database', async () => {
    const member = aFedMember({ firstName: 'Wilhelmina', lastName: 'Quackenbush', birthYear: 1911 })
    const caseRef = aReference('C')
    await put(caseRef, aFedCase({ members: [member] }))
    const owner = connectDatabase({ url: api.database.ownerUrl })
    try {
      const { rows } = await owner.pool.query<{ text: string }>(
        `SELECT row_to_json(c)::text || coalesce((SELECT json_agg(m)::text FROM case_member m WHERE m.case_id = c.id), '') AS text
         FROM benefit_case c WHERE case_ref = $1`,
        [caseRef],
      )
      const hex = (value: string) => Buffer.from(value).toString('hex')
      for (const secret of [member.clientId ?? '', 'Wilhelmina', 'Quackenbush']) {
        expect(rows[0]?.text).not.toContain(secret)
        expect(rows[0]?.text).not.toContain(hex(secret))
      }
      expect(rows[0]?.text).toContain(caseRef)
    } finally {
      await owner.close()
    }
  })
})

describe('what is wrong with a case', () => {
  const refusal = async (fed: unknown, caseRef = aReference('C')) => {
    const response = await put(caseRef, fed)
    expect(response.statusCode).toBe(422)
    return response.json<{ errors: { pointer: string; code: string }[] }>().errors
  }
  const first = aFedMember({ memberId: 'a' })

  test('is told all at once, each with its place', async () => {
    const errors = await refusal({
      asOf: '2026-02-30T00:00:00Z',
      members: [
        first,
        { ...aFedMember(), memberId: 'a', clientId: first.clientId, birthYear: '1980', ssnLast4: 1234 },
      ],
      programs: [aFedProgram(['a', 'z'], { to: '2025-01-01' })],
      payments: [
        aFedPayment({ paymentRef: 'p', amount: { amount: -1, currency: 'USD' } }),
        aFedPayment({ paymentRef: 'p' }),
      ],
      income: 12,
    })
    expect(errors.map(({ pointer, code }) => `${pointer} ${code}`).toSorted()).toEqual([
      '/asOf instant.not_in_calendar',
      '/income field.unknown',
      '/members/1/birthYear field.wrong_type',
      '/members/1/clientId client_id.repeated',
      '/members/1/memberId member.repeated',
      '/members/1/ssnLast4 field.wrong_type',
      '/payments/0/amount/amount number.too_small',
      '/payments/1/paymentRef payment.repeated',
      '/programs/0/coveredMemberIds/1 member.unknown',
      '/programs/0/to day.before_start',
    ])
  })

  test.each([
    ['8 digits', { clientId: '12345678' }, 'client_id.length'],
    ['a dash', { clientId: '123-456-789' }, 'client_id.characters'],
    ['a year to come', { birthYear: new Date().getFullYear() + 2 }, 'birth_year.in_future'],
    ['a year before 1900', { birthYear: 1899 }, 'birth_year.too_early'],
    ['letters for digits', { ssnLast4: '12a4' }, 'ssn_digits.digits'],
    ['NUL in a name', { firstName: 'A\0' }, 'text.characters'],
  ])('is told of a member with %s', async (_what, change, code) => {
    const errors = await refusal(aFedCase({ members: [{ ...aFedMember(), ...change }] }))
    expect(errors.map((error) => error.code)).toContain(code)
  })

  test('is a reference that could be somebody’s number', async () => {
    expect(await refusal(aFedCase(), '123456789')).toMatchObject([
      { pointer: '/path/caseRef', code: 'reference.personal' },
    ])
  })

  test('is more than 2 MiB', async () => {
    const response = await put(aReference('C'), { ...aFedCase(), office: 'x'.repeat(2 * 1024 * 1024) })
    expect(response.statusCode).toBe(413)
    const large = Array.from({ length: 2000 }, (_, index) => aFedPayment({ paymentRef: `p${String(index)}` }))
    expect((await put(aReference('C'), aFedCase({ payments: large }))).statusCode).toBe(201)
  })
})
