import nodemailer from 'nodemailer'
import type { Locale } from '@connect/contract/shared/text'
import type { ComposedMail } from './compose-mail.ts'

interface OutgoingMail extends Pick<ComposedMail, 'subject' | 'text' | 'html'> {
  /** Of the stored row: a second copy, sent because an answer was lost, has the same Message-ID. */
  readonly id: string
  readonly to: string
  readonly locale: Locale
}

/** Why an e-mail did not leave. A code of our own: the words of a server may repeat addresses. */
export type MailFault = 'unreachable' | 'login_refused' | 'refused_for_now' | 'refused' | 'unreadable'

/** An e-mail was not taken. */
export class MailFaultError extends Error {
  override readonly name = 'MailFaultError'
  readonly fault: MailFault

  constructor(fault: MailFault) {
    super(fault)
    this.fault = fault
  }
}

export interface MailTransport {
  /** Hands an e-mail to the server. Throws a MailFaultError. */
  send(mail: OutgoingMail): Promise<void>
  close(): void
}

export interface SmtpOptions {
  /** `smtp://` or `smtps://`, with user and password where the server wants them. */
  readonly url: string
  /** The sender's address. */
  readonly from: string
  /** The host that Message-IDs are made in. */
  readonly hostname: () => string
}

/** Milliseconds. A server that takes longer is tried again. */
const patience = {
  connectionTimeout: 10_000,
  greetingTimeout: 10_000,
  socketTimeout: 30_000,
  dnsTimeout: 10_000,
}

/** Sends over SMTP (nodemailer). Tokens travel in e-mails: without encryption it goes to this very machine only. */
export function createSmtpTransport({ url, from, hostname }: SmtpOptions): MailTransport {
  const transport = nodemailer.createTransport({
    pool: true,
    url,
    requireTLS: !isThisMachine(new URL(url).hostname),
    maxConnections: 3,
    disableFileAccess: true,
    disableUrlAccess: true,
    ...patience,
  })
  return {
    async send({ id, to, locale, subject, text, html }) {
      try {
        await transport.sendMail({
          from: { name: 'ConneCT', address: from },
          to: { name: '', address: to },
          messageId: `<${id}@${hostname()}>`,
          subject,
          text,
          html,
          headers: { 'Content-Language': locale, 'Auto-Submitted': 'auto-generated' },
        })
      } catch (error) {
        throw new MailFaultError(faultOf(error))
      }
    },
    close: () => {
      transport.close()
    },
  }
}

function isThisMachine(host: string): boolean {
  return ['localhost', '127.0.0.1', '[::1]'].includes(host)
}

/** A 4xx answer asks to come back, a 5xx one not to (RFC 5321, section 4.2.1). */
function faultOf(error: unknown): MailFault {
  const { code, responseCode } = error as { readonly code?: unknown; readonly responseCode?: unknown }
  if (code === 'EAUTH' || code === 'ENOAUTH') return 'login_refused'
  if (typeof responseCode !== 'number') return 'unreachable'
  if (code === 'EENVELOPE' || code === 'EMESSAGE') return responseCode >= 500 ? 'refused' : 'refused_for_now'
  return 'unreachable'
}
