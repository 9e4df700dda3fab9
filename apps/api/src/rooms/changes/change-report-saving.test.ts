import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { timeOrderedId } from '../../kernel/ids.ts'
import { anOwnCase, type OwnCase } from '../../testing/own-case.ts'
import {
  aChange,
  aDraft,
  anOwnReport,
  draftIn,
  readReport,
  saveReport,
  startReport,
} from '../../testing/own-report.ts'
import { startTestApp, type TestApp } from '../../testing/test-app.ts'
import { anUploadedDocument } from '../../testing/upload.ts'

let api: TestApp
let own: OwnCase
beforeAll(async () => {
  api = await startTestApp()
  own = await anOwnCase(api)
})
afterAll(() => api.stop())

const school = () => aChange(own, 'school')

describe('saving a draft', () => {
  test('wants to know which version is changed', async () => {
    const { id } = await startReport(own)
    const response = await own.owner.browser.send('PATCH', `/change-reports/${id}`, { changes: [] })
    expect(response.json()).toMatchObject({ status: 428, code: 'request.version_missing' })
  })

  test('tells whoever comes later that another was faster, and overwrites nothing', async () => {
    const draft = await startReport(own)
    const first = draftIn(await saveReport(own, draft, [aChange(own)]), 200)
    const late = await saveReport(own, draft, [school()])
    expect(late.json()).toMatchObject({ status: 412, code: 'resource.stale' })
    expect((await readReport(own, draft.id)).changes).toMatchObject([{ typeId: 'start_job' }])
    const then = draftIn(await saveReport(own, first, [school()]), 200)
    expect(new Set([draft.etag, first.etag, then.etag]).size).toBe(3)
  })

  test('of two at once lets one through', async () => {
    const draft = await startReport(own)
    const answers = await Promise.all([
      saveReport(own, draft, [aChange(own)]),
      saveReport(own, draft, [school()]),
    ])
    expect(answers.map(({ statusCode }) => statusCode).toSorted()).toEqual([200, 412])
  })

  test('of what is stored already is no conflict, so that a save whose answer was lost can be sent again', async () => {
    const draft = await startReport(own)
    const saved = draftIn(await saveReport(own, draft, [aChange(own)]), 200)
    const again = draftIn(await saveReport(own, draft, [aChange(own)]), 200)
    expect(again.etag).toBe(saved.etag)
    expect(again.report).toEqual(saved.report)
  })

  test('takes partial answers, and refuses those that no form has', async () => {
    const draft = await startReport(own)
    const partial = [{ typeId: 'start_job', details: { employer: 'A' } }]
    const saved = draftIn(await saveReport(own, draft, partial), 200)
    const wrong = [
      { typeId: 'start_job', details: { employer: true, nothing: 'x' } },
      { typeId: 'no_such_change' },
      { typeId: 'school', documentIds: [timeOrderedId()] },
    ]
    const refused = await saveReport(own, saved, wrong)
    expect(refused.json()).toMatchObject({ status: 422, code: 'request.invalid' })
    const { errors } = refused.json<{ errors: { pointer: string; code: string }[] }>()
    expect(errors.map(({ pointer }) => pointer)).toEqual([
      '/changes/0/details/employer',
      '/changes/0/details/nothing',
      '/changes/1/typeId',
      '/changes/2/documentIds/0',
    ])
    expect((await readReport(own, draft.id)).changes).toMatchObject(partial)
  })

  test('takes files of one’s own that went nowhere else', async () => {
    const [mine, theirs] = [
      await anUploadedDocument(api, own.owner.browser),
      await anUploadedDocument(api, (await anOwnCase(api)).owner.browser),
    ]
    const sent = await anUploadedDocument(api, own.owner.browser)
    await anOwnReport(api, own, [{ ...school(), documentIds: [sent.id] }])
    const draft = await startReport(own)
    const withFiles = (documentIds: string[]) => saveReport(own, draft, [{ ...school(), documentIds }])
    const refused = await withFiles([mine.id, theirs.id, sent.id])
    expect(refused.json()).toMatchObject({
      status: 422,
      errors: [
        { pointer: '/changes/0/documentIds/1', code: 'document.unknown' },
        { pointer: '/changes/0/documentIds/2', code: 'document.unknown' },
      ],
    })
    const saved = draftIn(await withFiles([mine.id]), 200)
    expect(saved.report.documents).toMatchObject([{ id: mine.id, fileName: 'proof.pdf', reportId: null }])
  })

  test('never changes what was submitted', async () => {
    const { id } = await anOwnReport(api, own)
    const response = await saveReport(own, { id, etag: '*' }, [school()])
    expect(response.json()).toMatchObject({ status: 409, code: 'change_report.submitted' })
    expect((await readReport(own, id)).changes).toMatchObject([{ typeId: 'start_job' }])
  })

  test('leaves nothing in the clear', async () => {
    const employer = 'Quillfeather & Daughters'
    const { id } = await aDraft(own, [{ typeId: 'start_job', details: { employer } }])
    const { rows } = await api.deps.pool.query<{ row: string }>(
      'SELECT change_report::text AS row FROM change_report WHERE id = $1',
      [id],
    )
    expect(rows[0]?.row).not.toContain(Buffer.from(employer).toString('hex'))
    expect(JSON.stringify(api.lines)).not.toContain('Quillfeather')
  })
})
