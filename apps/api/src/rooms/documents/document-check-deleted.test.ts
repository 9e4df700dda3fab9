import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import type { Document } from '@connect/contract/rooms/documents'
import { createRecordAudit } from '../../kernel/audit/audit.store.ts'
import { aPdfOf } from '../../testing/files/pdf-file.ts'
import { aJpeg } from '../../testing/files/picture-file.ts'
import { aQuickOwner } from '../../testing/quick-owner.ts'
import { startTestApp, type TestApp } from '../../testing/test-app.ts'
import { anUploadedDocument } from '../../testing/upload.ts'
import { createDocumentChecks } from './document-check.service.ts'
import { inspectFile } from './inspection/inspection-process.ts'

let api: TestApp
beforeAll(async () => {
  api = await startTestApp()
})
afterAll(() => api.stop())

test.each(['read', 'kept'] as const)(
  'a photo that is deleted while it is %s is let go, and the next file is looked at',
  async (during) => {
    const { browser } = await aQuickOwner(api)
    const content = await aJpeg({ width: 2_000, height: 1_500, grain: true })
    const { id } = await anUploadedDocument(api, browser, { fileName: 'a.jpg', content })
    const remove = async () => {
      expect((await browser.send('DELETE', `/documents/${id}`)).statusCode).toBe(204)
    }
    const errors: unknown[] = []
    let isFirst = true
    const checks = createDocumentChecks({
      ...api.deps,
      bytes: api.deps.documents.bytes,
      recordAudit: createRecordAudit(api.deps.lookup),
      scanner: { scan: () => Promise.resolve('clean') },
      inspect: async (file, keep) => {
        if (!isFirst) return inspectFile(file, keep)
        isFirst = false
        if (during === 'read') await remove()
        return inspectFile(file, async (head, parts) => {
          await remove()
          await keep(head, parts)
        })
      },
      onError: (error) => errors.push(error),
      everySeconds: 0.5,
    })
    await checks.start()
    await vi.waitUntil(() => !isFirst, { timeout: 30_000 })
    const next = await anUploadedDocument(api, browser, { content: aPdfOf() })
    const shown = async () => (await browser.send('GET', `/documents/${next.id}`)).json<Document>()
    await vi.waitUntil(async () => (await shown()).state === 'ready', { timeout: 30_000 })
    await checks.stop()
    expect(errors).toEqual([])
  },
)
