import { once } from 'node:events'
import { createServer } from 'node:net'
import path from 'node:path'
import type { Document } from '@connect/contract/rooms/documents'
import { expect, test, vi } from 'vitest'
import { aPdfOf } from '../../testing/files/pdf-file.ts'
import { aQuickOwner } from '../../testing/quick-owner.ts'
import { startServer } from '../../testing/server-process.ts'
import { startTestApp } from '../../testing/test-app.ts'
import { anUploadedDocument } from '../../testing/upload.ts'

test('a file whose check was killed is taken up by another process', { timeout: 180_000 }, async () => {
  const api = await startTestApp()
  const owner = await aQuickOwner(api)
  // A scanner that takes a file and says nothing: its check is under way for as long as it takes.
  const socket = path.join(api.dataDir, 'silent.sock')
  const taken: unknown[] = []
  const scanner = createServer((connection) => {
    taken.push(connection.on('error', () => undefined))
  }).listen(socket)
  await once(scanner, 'listening')
  const { server } = await startServer(api, { SCANNER: 'clamd', CLAMD_SOCKET: socket })
  const { id } = await anUploadedDocument(api, owner.browser, { content: aPdfOf() })
  await vi.waitFor(() => expect(taken).toHaveLength(1), { timeout: 60_000 })

  const ended = once(server, 'exit')
  server.kill('SIGKILL')
  await ended
  scanner.close()
  // Which looks every 15 seconds for jobs whose process has been silent for 20.
  await api.deps.documents.checks.start()
  await vi.waitFor(
    async () => {
      const shown = await owner.browser.send('GET', `/documents/${id}`)
      expect(shown.json<Document>()).toMatchObject({ state: 'ready', pages: 1 })
    },
    { timeout: 120_000, interval: 250 },
  )
  await api.stop()
})
