import { outboxResponse } from '@connect/contract/rooms/outbox'
import { anIntegrator } from '../integrator/integrator.ts'

/** The newest e-mail to an address, as the outbox page gets it. */
async function newestMailTo(email: string) {
  const answer = await anIntegrator().send('GET', '/demo/outbox?limit=100')
  const { items } = outboxResponse.parse(JSON.parse(answer.text))
  const mail = items.find(({ to }) => to === email)
  if (mail === undefined) throw new Error('There is no e-mail to this address.')
  return mail
}

/** All that the newest e-mail to an address says. */
export async function newestMail(email: string): Promise<string> {
  return JSON.stringify((await newestMailTo(email)).parts)
}

/** The links, as path and fragment, in the newest e-mail to an address. */
async function linksInNewestMail(email: string): Promise<string[]> {
  const { parts } = await newestMailTo(email)
  return parts
    .filter((part) => part.kind === 'link')
    .map(({ href }) => new URL(href))
    .map(({ pathname, hash }) => `${pathname}${hash}`)
}

/** Where the newest e-mail to an address wants the address confirmed. */
export async function confirmationLink(email: string): Promise<string> {
  const link = (await linksInNewestMail(email)).find((path) => path.startsWith('/confirm-email#token='))
  if (link === undefined) throw new Error('The newest e-mail to this address has no link that confirms it.')
  return link
}
