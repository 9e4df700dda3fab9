import { addDays, dayInConnecticut } from '@connect/contract/benefits/calendar'
import type { DraftChange } from '@connect/contract/changes/draft-change'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { anOwnCase, type OwnCase } from '../../testing/own-case.ts'
import {
  aChange,
  aDraft,
  anOwnReport,
  readReport,
  signature,
  startReport,
  submitReport,
} from '../../testing/own-report.ts'
import { newKey } from '../../testing/requests.ts'
import { startTestApp, type TestApp } from '../../testing/test-app.ts'
import { anUploadedDocument } from '../../testing/upload.ts'

let api: TestApp
let own: OwnCase
beforeAll(async () => {
  api = await startTestApp()
  own = await anOwnCase(api)
})
afterAll(() => api.stop())

interface Issue {
  readonly pointer: string
  readonly code: string
}

async function issuesOf(changes: DraftChange[], body: object = signature): Promise<Issue[]> {
  const { id } = await aDraft(own, changes)
  const { browser } = own.owner
  const response = await browser.send('POST', `/change-reports/${id}/submission`, body, newKey())
  expect(response.json()).toMatchObject({ status: 422, code: 'request.invalid' })
  expect((await readReport(own, id)).status).toBe('draft')
  return response.json<{ errors: Issue[] }>().errors
}

const setDocument = (id: string, state: string) =>
  api.deps.commit((tx) => tx.document.update({ where: { id }, data: { state } }))

describe('a report that is not ready', () => {
  test('is told everything that is missing or wrong at once, with where it stands', async () => {
    const days = addDays(dayInConnecticut(new Date()), 400)
    const change = aChange(own)
    const issues = await issuesOf(
      [
        { typeId: 'start_job' },
        { ...change, changedOn: days, details: { ...change.details, who: { memberId: 'nobody' } } },
        { typeId: 'school', unfinished: { changedOn: '2/' } },
      ],
      { ...signature, statementVersion: '1999-01' },
    )
    expect(issues).toEqual(
      expect.arrayContaining([
        { pointer: '/changes/0/changedOn', code: 'field.required' },
        { pointer: '/changes/0/details/employer', code: 'field.required' },
        expect.objectContaining({ pointer: '/changes/1/changedOn', code: 'day.too_late' }),
        { pointer: '/changes/1/details/who/memberId', code: 'member.unknown' },
        { pointer: '/changes/2/changedOn', code: 'change.unfinished' },
        expect.objectContaining({ pointer: '/statementVersion', code: 'statement.old_version' }),
      ]),
    )
  })

  test.each([
    ['a name that is none', { ...signature, signedName: '' }, [['/signedName', 'name.required']]],
    ['no statement', { signedName: signature.signedName }, [['/statementVersion', 'field.required']]],
    [
      'neither name nor the statement in force',
      { signedName: ' ', statementVersion: '1999-01' },
      [
        ['/signedName', 'name.required'],
        ['/statementVersion', 'statement.old_version'],
      ],
    ],
    ['a field that there is not', { ...signature, draft: true }, [['/draft', 'field.unknown']]],
  ])('is told what is wrong with its changes beside %s', async (_, body, expected) => {
    const found = await issuesOf([{ typeId: 'start_job' }, aChange(own)], body)
    const pairs = found.map(({ pointer, code }) => [pointer, code])
    expect(pairs).toEqual(
      expect.arrayContaining([
        ...expected,
        ['/changes/0/changedOn', 'field.required'],
        ['/changes/0/details/employer', 'field.required'],
      ]),
    )
    expect(pairs.filter(([pointer]) => !pointer?.startsWith('/changes'))).toHaveLength(expected.length)
  })

  test('names two people where it asks for two, and one person in as many changes as concern them', async () => {
    const memberId = own.members[0].memberId
    const marriage = { ...aChange(own, 'you_marry'), changedOn: dayInConnecticut(new Date()) }
    const spouse = { memberId }
    const myself = { ...marriage, details: { ...marriage.details, who: { memberId }, spouse } }
    expect(await issuesOf([aChange(own), myself])).toEqual([
      { pointer: '/changes/1/details/spouse/memberId', code: 'member.chosen_twice' },
    ])
    await anOwnReport(api, own, [aChange(own), aChange(own, 'school'), marriage])
  })

  test('has at least one change, and a name under it', async () => {
    const { id } = await startReport(own)
    expect((await submitReport(own, id)).json()).toMatchObject({
      errors: [{ pointer: '/changes', code: 'list.too_small' }],
    })
    const address = `/change-reports/${id}/submission`
    const unsigned = await own.owner.browser.send(
      'POST',
      address,
      { ...signature, signedName: ' ' },
      newKey(),
    )
    expect(unsigned.json()).toMatchObject({
      errors: [
        { pointer: '/signedName', code: 'name.required' },
        { pointer: '/changes', code: 'list.too_small' },
      ],
    })
  })

  test('cannot take files that were refused, still arrive, were deleted meanwhile, or went elsewhere', async () => {
    const { browser } = own.owner
    const file = async () => (await anUploadedDocument(api, browser)).id
    const [good, refused, receiving] = [await file(), await file(), await file()]
    const [deleted, sent] = [await file(), await file()]
    const changes = [{ ...aChange(own), documentIds: [good, refused, receiving, deleted, sent] }]
    const { id } = await aDraft(own, changes)
    await anOwnReport(api, own, [{ ...aChange(own, 'school'), documentIds: [sent] }])
    await setDocument(refused, 'refused')
    await setDocument(receiving, 'receiving')
    expect((await browser.send('DELETE', `/documents/${deleted}`)).statusCode).toBe(204)
    const response = await submitReport(own, id)
    expect(response.json()).toMatchObject({
      errors: [
        { pointer: '/changes/0/documentIds/1', code: 'document.refused' },
        { pointer: '/changes/0/documentIds/2', code: 'document.receiving' },
        { pointer: '/changes/0/documentIds/3', code: 'document.unknown' },
        { pointer: '/changes/0/documentIds/4', code: 'document.submitted' },
      ],
    })
    const untouched = await browser.send('GET', `/documents/${good}`)
    expect(untouched.json()).toMatchObject({ reportId: null })
  })

  test('has 20 files at most', async () => {
    const files: string[] = []
    for (let count = 0; count < 21; count += 1)
      files.push((await anUploadedDocument(api, own.owner.browser)).id)
    const [first, second] = [files.slice(0, 11), files.slice(11)]
    const draft = await startReport(own)
    const response = await own.owner.browser.send(
      'PATCH',
      `/change-reports/${draft.id}`,
      {
        changes: [
          { ...aChange(own), documentIds: first },
          { ...aChange(own, 'school'), documentIds: second },
        ],
      },
      { 'if-match': draft.etag },
    )
    expect(response.json()).toMatchObject({
      errors: [{ pointer: '/changes/1/documentIds', code: 'list.too_big', params: { max: 20 } }],
    })
  })

  test('is answered with the same 404 as none where it is somebody else’s', async () => {
    const { id } = await aDraft(await anOwnCase(api))
    expect((await submitReport(own, id)).json()).toMatchObject({ status: 404, code: 'resource.not_found' })
  })
})

describe('a draft of a case that is not associated any more', () => {
  test('can be read and deleted, and not submitted until it is associated again', async () => {
    const left = await anOwnCase(api)
    const { id } = await aDraft(left)
    const { browser } = left.owner
    expect((await browser.send('DELETE', `/case-links/${left.linkId}`)).statusCode).toBe(204)
    expect((await readReport(left, id)).changes).toHaveLength(1)
    expect((await submitReport(left, id)).json()).toMatchObject({
      status: 409,
      code: 'change_report.case_gone',
    })
    expect((await browser.send('DELETE', `/change-reports/${id}`)).statusCode).toBe(204)
  })
})
