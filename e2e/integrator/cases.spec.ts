import { expect, test } from '@playwright/test'
import { storedCaseResponse, storedNoticeResponse } from '@connect/contract/rooms/case-feed'
import { aFedCase, aFedNotice, aReference, tripleOf } from '@connect/households/fed-case'
import { newAddress } from '../portal/address.ts'
import { plant } from '../portal/plant.ts'
import { aPlantedMember } from '../portal/plant-member.ts'
import { portal } from '../portal/portal.ts'
import { aToken } from '../portal/token.ts'
import { aPersonWithAccount } from '../steps/account.ts'
import { anIntegrator, newKey, problemIn, type Integrator } from './integrator.ts'

const idempotent = () => ({ header: { 'Idempotency-Key': newKey()['idempotency-key'] } })

/** Signs a new person in; gives the headers by which either server knows them. */
async function aSignedInPerson(person: Integrator): Promise<Record<string, string>> {
  const { userId, password } = await aPersonWithAccount()
  const signedIn = await person.sendPatiently('POST', '/session', { userId, password })
  const cookie = signedIn.headers.get('set-cookie')?.split(';')[0] ?? ''
  plant({ kind: 'cookie', value: cookie.slice('__Host-session='.length) })
  return { cookie, 'sec-fetch-site': 'same-origin' }
}

function onBothServers(): readonly [Integrator, Integrator] {
  return [anIntegrator(portal().address), anIntegrator(portal().secondAddress)]
}

test('a system of record tells a case at one server, and its owner opens it with a code at the other', async () => {
  const agency = anIntegrator(portal().address, newAddress(), await aToken(['cases:write']))
  const [, other] = onBothServers()
  const member = aPlantedMember()
  const path = { caseRef: aReference('C') }
  const told = aFedCase({ members: [member] })
  const stored = await agency.send('PUT', `/agency/cases/${path.caseRef}`, told)
  expect(stored.status).toBe(201)
  const words = `It is ${member.firstName} to whom this is written`
  plant({ kind: 'letter', value: words })
  const letterPath = `/agency/cases/${path.caseRef}/notices/${aReference('N')}`
  const letter = await agency.send('PUT', letterPath, aFedNotice(words))
  expect(letter.status).toBe(201)
  const coded = await agency.client.POST('/api/v1/agency/cases/{caseRef}/association-codes', {
    params: { path, ...idempotent() },
    body: { memberId: member.memberId },
  })
  const code = coded.data?.code ?? ''
  plant({ kind: 'code', value: code })

  const session = await aSignedInPerson(other)
  const { clientId, birthYear } = tripleOf(member)
  const shown = { clientId, birthYear, code }
  const linked = await other.send('POST', '/case-links', shown, { ...session, ...newKey() })
  expect(linked.status).toBe(201)
  const { caseId } = JSON.parse(linked.text) as { caseId: string }
  expect(storedCaseResponse.parse(JSON.parse(stored.text)).caseId).toBe(caseId)
  const facts = await other.send('GET', `/cases/${caseId}`, undefined, session)
  expect(JSON.parse(facts.text)).toMatchObject({ clientId, members: [{ firstName: member.firstName }] })
  const { noticeId } = storedNoticeResponse.parse(JSON.parse(letter.text))
  const text = await other.send('GET', `/cases/${caseId}/notices/${noticeId}`, undefined, session)
  expect(text.text).toBe(words)
  expect(text.headers.get('content-security-policy')).toContain('sandbox')

  // What is older than what is stored is refused, and what is newer is read at once.
  const older = { ...told, asOf: '2020-01-01T00:00:00Z' }
  expect(problemIn(await agency.send('PUT', `/agency/cases/${path.caseRef}`, older)).code).toBe('case.stale')
  const newer = { ...told, asOf: new Date().toISOString(), programs: [] }
  expect((await agency.send('PUT', `/agency/cases/${path.caseRef}`, newer)).status).toBe(200)
  const now = await other.send('GET', `/cases/${caseId}`, undefined, session)
  expect(JSON.parse(now.text)).toMatchObject({ programs: [] })
})

test('wrong tries count at both servers together: after five the right answers are refused like all others', async () => {
  const agency = anIntegrator(portal().address, newAddress(), await aToken(['cases:write']))
  const servers = onBothServers()
  const member = aPlantedMember()
  const told = aFedCase({ members: [member] })
  expect((await agency.send('PUT', `/agency/cases/${aReference('C')}`, told)).status).toBe(201)
  const session = await aSignedInPerson(servers[0])
  const { birthYear, ...rest } = tripleOf(member)
  const left: unknown[] = []
  for (let tries = 0; tries < 7; tries += 1) {
    const shown = { ...rest, birthYear: tries < 5 ? birthYear - 1 : birthYear }
    const answer = await servers[tries % 2 === 0 ? 0 : 1].send('POST', '/case-links', shown, {
      ...session,
      ...newKey(),
    })
    expect(answer.status).toBe(422)
    const problem = JSON.parse(answer.text) as { code: string; params: { attemptsLeftToday: number } }
    expect(problem.code).toBe('case_link.not_matched')
    left.push(problem.params.attemptsLeftToday)
  }
  expect(left).toEqual([4, 3, 2, 1, 0, 0, 0])
})
