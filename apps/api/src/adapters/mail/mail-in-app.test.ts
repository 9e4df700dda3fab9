import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { anAccountRequest } from '../../testing/account-request.ts'
import { startMailServer, type MailServer } from '../../testing/mail-server.ts'
import { newKey, post } from '../../testing/requests.ts'
import { startTestApp, type TestApp } from '../../testing/test-app.ts'

let server: MailServer
let api: TestApp

beforeAll(async () => {
  server = await startMailServer()
  api = await startTestApp({
    settings: {
      SMTP_URL: `smtp://127.0.0.1:${server.port}`,
      MAIL_FROM: 'no-reply@portal.example',
      PUBLIC_URL: 'https://portal.example',
    },
  })
  await api.deps.mail.start()
})
afterAll(async () => {
  await api.stop()
  await server.stop()
})

test('whoever gives an address at creation gets the link that confirms it, and the link does', async () => {
  const request = await anAccountRequest(api, { email: 'rosa@example.org', locale: 'es' })
  expect((await post(api, '/accounts', request, newKey())).statusCode).toBe(201)
  await vi.waitFor(() => expect(server.received).toHaveLength(1), { timeout: 60_000, interval: 50 })

  const [mail] = server.received
  expect(mail).toMatchObject({ subject: 'Confirme su correo electrónico para ConneCT' })
  const [, token = ''] = /https:\/\/portal\.example\/confirm-email#token=(\S+)/.exec(mail?.text ?? '') ?? []
  const confirmation = await post(api, '/email-confirmations', { token: decodeURIComponent(token) })
  expect(confirmation.statusCode).toBe(204)
  const logged = JSON.stringify(api.lines)
  for (const secret of [token, 'rosa@example.org', request.lastName]) expect(logged).not.toContain(secret)
})
