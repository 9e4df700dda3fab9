import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { request, type IncomingMessage } from 'node:http'
import { createInterface } from 'node:readline'
import { aReference } from '@connect/households/fed-case'
import { aHousehold } from './household.ts'

/** Lines that are written at once. */
const piece = 50

/** Sends so many new households as one import, and reads the answers meanwhile. Throws unless each is taken. */
export async function importHouseholds(baseUrl: string, token: string, count: number): Promise<void> {
  const sent = request(`${baseUrl}/api/v1/agency/imports`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${token}`,
      'content-type': 'application/x-ndjson',
      'idempotency-key': randomUUID(),
    },
  })
  sent.flushHeaders()
  const answered = once(sent, 'response').then(([response]) => countCreated(response as IncomingMessage))
  for (let line = 0; line < count; line += piece) {
    const lines = Array.from({ length: Math.min(piece, count - line) }, aLine).join('')
    if (!sent.write(lines)) await once(sent, 'drain')
  }
  sent.end()
  const created = await answered
  if (created !== count) throw new Error(`Of ${String(count)} cases ${String(created)} were taken.`)
}

function aLine(): string {
  return `${JSON.stringify({ caseRef: aReference('C'), ...aHousehold() })}\n`
}

async function countCreated(response: IncomingMessage): Promise<number> {
  let created = 0
  for await (const line of createInterface(response)) if (line.includes('"outcome":"created"')) created += 1
  return created
}
