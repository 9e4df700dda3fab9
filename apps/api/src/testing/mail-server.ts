import type { AddressInfo } from 'node:net'
import { simpleParser, type ParsedMail } from 'mailparser'
import { SMTPServer } from 'smtp-server'

export interface MailServer {
  readonly port: number
  /** What it has taken so far. */
  readonly received: readonly ParsedMail[]
  stop(): Promise<void>
}

interface MailServerOptions {
  /** Any free one unless given. */
  readonly port?: number
  /** The answer to a recipient that it does not take, such as 550 or 451. */
  readonly refuse?: (address: string) => number | undefined
  /** The one user that it lets in; anybody, without a password, unless given. */
  readonly login?: { readonly user: string; readonly password: string }
}

/** A real SMTP server on this machine, which keeps what it takes. */
export async function startMailServer({
  port = 0,
  refuse,
  login,
}: MailServerOptions = {}): Promise<MailServer> {
  const received: ParsedMail[] = []
  const server = new SMTPServer({
    authOptional: login === undefined,
    allowInsecureAuth: true,
    hideSTARTTLS: true,
    onAuth({ username, password }, _session, callback) {
      if (username === login?.user && password === login?.password) callback(null, { user: username })
      else callback(new Error('not let in'))
    },
    onRcptTo({ address }, _session, callback) {
      const responseCode = refuse?.(address)
      if (responseCode === undefined) callback()
      else callback(Object.assign(new Error(`not ${address}`), { responseCode }))
    },
    onData(stream, _session, callback) {
      simpleParser(stream).then((mail) => {
        received.push(mail)
        callback()
      }, callback)
    },
  })
  server.on('error', () => undefined)
  await new Promise<void>((resolve) => {
    server.listen(port, '127.0.0.1', resolve)
  })
  return {
    port: (server.server.address() as AddressInfo).port,
    received,
    stop: () =>
      new Promise((resolve) => {
        server.close(resolve)
      }),
  }
}
