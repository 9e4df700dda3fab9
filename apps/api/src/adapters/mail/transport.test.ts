import { afterEach, describe, expect, test } from 'vitest'
import { startMailServer, type MailServer } from '../../testing/mail-server.ts'
import { createSmtpTransport, type MailTransport } from './transport.ts'

const running: { server?: MailServer; transport?: MailTransport } = {}
afterEach(async () => {
  running.transport?.close()
  await running.server?.stop()
})

const login = { user: 'portal', password: 'p@ss/word' }
const mail = {
  id: '01936000-0000-7000-8000-000000000001',
  to: 'rosa@example.org',
  locale: 'es',
  subject: 'Su nombre de usuario de ConneCT',
  text: 'Está aquí.\n',
  html: '<p>Está aquí.</p>',
} as const

function transportTo(address: string): MailTransport {
  running.transport = createSmtpTransport({
    url: address,
    from: 'no-reply@portal.example',
    hostname: () => 'portal.example',
  })
  return running.transport
}

describe('the way to a mail server', () => {
  test('uses the user and the password of the address, whatever signs are in them', async () => {
    running.server = await startMailServer({ login })
    const { port, received } = running.server
    await transportTo(`smtp://portal:${encodeURIComponent(login.password)}@127.0.0.1:${port}`).send(mail)
    expect(received).toMatchObject([{ subject: mail.subject, text: mail.text }])
  })

  test('says that it was not let in, and nothing of what the server said', async () => {
    running.server = await startMailServer({ login })
    const sent = transportTo(`smtp://portal:wrong@127.0.0.1:${running.server.port}`).send(mail)
    await expect(sent).rejects.toMatchObject({ name: 'MailFaultError', message: 'login_refused' })
  })

  test.each([
    [550, 'refused'],
    [451, 'refused_for_now'],
  ])('tells a refusal for good from one for now: %i is %s', async (answer, fault) => {
    running.server = await startMailServer({ refuse: () => answer })
    const sent = transportTo(`smtp://127.0.0.1:${running.server.port}`).send(mail)
    await expect(sent).rejects.toMatchObject({ message: fault })
  })

  test('is encrypted, or not taken, when it leads to anything but this machine', async () => {
    running.server = await startMailServer()
    // Reaches this machine too, but does not say so.
    const sent = transportTo(`smtp://0.0.0.0:${running.server.port}`).send(mail)
    await expect(sent).rejects.toMatchObject({ message: 'unreachable' })
    expect(running.server.received).toEqual([])
  })
})
