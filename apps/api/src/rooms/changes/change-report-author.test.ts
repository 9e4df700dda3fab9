import { aFedMember } from '@connect/households/fed-case'
import { ageAccount } from '@connect/prisma/testing/factories/account'
import { holdCases } from '@connect/prisma/testing/factories/cases'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { anOwnCase, associate } from '../../testing/own-case.ts'
import {
  aChange,
  aDraft,
  anOwnReport,
  readReport,
  signature,
  type OwnReport,
} from '../../testing/own-report.ts'
import { aQuickOwner } from '../../testing/quick-owner.ts'
import { newKey } from '../../testing/requests.ts'
import { aSignedInPerson } from '../../testing/signed-in.ts'
import { aStoredCase, tripleOf } from '../../testing/stored-case.ts'
import { startTestApp, type TestApp } from '../../testing/test-app.ts'

let api: TestApp
beforeAll(async () => {
  api = await startTestApp()
})
afterAll(() => api.stop())

describe('a report', () => {
  test('is its author’s: another adult of the case sees nothing of it', async () => {
    const [rosa, luis] = [aFedMember(), aFedMember()]
    const own = await anOwnCase(api, { members: [rosa, luis] })
    const report = await anOwnReport(api, own, [aChange(own, 'you_become_pregnant')])
    const { browser } = await aQuickOwner(api)
    await associate({ id: '', browser }, luis)
    expect((await browser.send('GET', `/cases/${own.caseId}`)).statusCode).toBe(200)
    expect((await browser.send('GET', `/change-reports/${report.id}`)).statusCode).toBe(404)
    expect((await browser.send('GET', '/change-reports')).json()).toEqual({ items: [], nextCursor: null })
  })

  test('stays readable to its author when the case is not associated any more, and takes what is added', async () => {
    const own = await anOwnReport(api)
    const { browser } = own.owner
    await browser.send('DELETE', `/case-links/${own.linkId}`)
    expect((await readReport(own, own.id)).status).toBe('received')
    const words = { message: 'One more thing.', documentIds: [] }
    const added = await browser.send('POST', `/change-reports/${own.id}/additions`, words, newKey())
    expect(added.statusCode).toBe(201)
  })

  test('stays, without its account, when that is deleted, and drafts go', async () => {
    const { person, browser } = await aSignedInPerson(api)
    const stored = await aStoredCase(api)
    const owner = { id: person.id, browser }
    const linkId = await associate(owner, stored.members[0])
    const own = await anOwnReport(api, { ...stored, owner, linkId })
    const draft = await aDraft(own)
    await browser.send('DELETE', '/account', { password: person.password })
    await ageAccount(api.database.ownerUrl, person.id, 24.01)
    expect(await api.deps.ownAccount.deletion.deleteAllDue()).toBe(1)
    const { rows } = await api.deps.pool.query<{ id: string }>(
      'SELECT id, account_id AS "accountId", status FROM change_report WHERE id = ANY ($1)',
      [[own.id, draft.id]],
    )
    expect(rows).toEqual([{ id: own.id, accountId: null, status: 'received' }])
  })
})

describe('after a recovery of the password', () => {
  const every = ({ id, caseId }: OwnReport, draftId: string) =>
    [
      ['GET', '/change-reports'],
      ['GET', `/change-reports/${id}`],
      ['POST', '/change-reports', { caseId }],
      ['PATCH', `/change-reports/${draftId}`, { changes: [] }],
      ['POST', `/change-reports/${draftId}/submission`, signature],
      ['POST', `/change-reports/${id}/additions`, { message: 'More.', documentIds: [] }],
      ['POST', `/change-reports/${id}/withdrawal`, {}],
      ['POST', '/document-submissions', { caseId, documentIds: [id] }],
      ['DELETE', `/change-reports/${draftId}`],
    ] as const

  const answers = async (own: OwnReport, draftId: string) => {
    const codes: string[] = []
    for (const [method, url, body] of every(own, draftId)) {
      const headers = { ...newKey(), 'if-match': '*' }
      const response = await own.owner.browser.send(method, url, body, headers)
      const { code = 'in' } = response.body === '' ? {} : response.json<{ code?: string }>()
      codes.push(code)
    }
    return codes
  }

  test('nothing of it shows or is taken until a client ID that was one’s own is given again', async () => {
    const own = await anOwnReport(api)
    const { id } = await aDraft(own)
    await holdCases(api.database.ownerUrl, own.owner.id)
    expect(new Set(await answers(own, id))).toEqual(new Set(['case.held']))
    // Somebody who found the answers of another may well have a case of their own.
    const stranger = await aStoredCase(api)
    await associate(own.owner, stranger.members[0])
    expect(new Set(await answers(own, id))).toEqual(new Set(['case.held']))
    const confirmation = `/case-links/${own.linkId}/confirmation`
    await own.owner.browser.send('POST', confirmation, tripleOf(own.members[0]), newKey())
    expect((await readReport(own, own.id)).status).toBe('received')
  })

  test('what was opened stays open when the association is removed, until the next recovery', async () => {
    const own = await anOwnReport(api)
    const { browser, id } = own.owner
    await holdCases(api.database.ownerUrl, id)
    const link = `/case-links/${own.linkId}`
    await browser.send('POST', `${link}/confirmation`, tripleOf(own.members[0]), newKey())
    expect((await browser.send('DELETE', link)).statusCode).toBe(204)
    expect((await readReport(own, own.id)).status).toBe('received')
    await holdCases(api.database.ownerUrl, id)
    expect((await browser.send('GET', `/change-reports/${own.id}`)).statusCode).toBe(403)
  })

  test('whoever had removed the association before gives any client ID of theirs', async () => {
    const own = await anOwnReport(api)
    const { browser, id } = own.owner
    await browser.send('DELETE', `/case-links/${own.linkId}`)
    await holdCases(api.database.ownerUrl, id)
    expect((await browser.send('GET', `/change-reports/${own.id}`)).statusCode).toBe(403)
    await associate(own.owner, own.members[0])
    expect((await readReport(own, own.id)).status).toBe('received')
  })

  test('nothing is closed where there is nothing', async () => {
    const { browser, id } = await aQuickOwner(api)
    await holdCases(api.database.ownerUrl, id)
    expect((await browser.send('GET', '/change-reports')).json()).toEqual({ items: [], nextCursor: null })
  })
})
