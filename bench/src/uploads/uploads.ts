import { randomUUID } from 'node:crypto'
import path from 'node:path'
import { aPdfFile } from '@connect/prisma/testing/factories/files'
import { someKnownCases } from '../case-reads/known-cases.ts'
import { createHttpClient, type Answer, type HttpClient } from '../client/http-client.ts'
import { uploadForm } from '../client/upload-form.ts'
import { until } from '../faults/until.ts'
import { atLeast, never, type Figure } from '../figure.ts'
import type { Measurement } from '../measurement.ts'
import { startServer } from '../portal/child-process.ts'
import { logFolder, type Portal } from '../portal/portal.ts'
import { countEach, median } from '../statistics.ts'

/** Bytes of a file: as large as one may be, or nearly so. */
const fileBytes = 10_000_000

/** People who send at the same time, one file each in a round. */
const people = 4

/** Of both by turns, the first of which warms up. */
const rounds = 6

/** How long the check of what was sent may take, in milliseconds. */
const patience = 300_000

type Send = (client: HttpClient, person: number) => Promise<Answer>

/** A file and who may ask for it. */
interface Sent {
  readonly id: string
  readonly headers: Readonly<Record<string, string>>
}

/** Files of 10 MB through the portal, by what a bare stream to the same table takes. */
export const uploads: Measurement = {
  name: 'uploads',
  async run(portal): Promise<Figure[]> {
    const bare = await startServer({
      script: 'bench/src/uploads/bare-uploads.ts',
      environment: { BARE_DATABASE_URL: portal.databaseUrl },
      logFile: path.join(logFolder, 'bare-uploads.log'),
    })
    try {
      const owners = await someKnownCases(portal, people)
      const file = aPdfFile(fileBytes)
      const { body, contentType } = await uploadForm(file, 'pay_stub')
      let sent: Sent[] = []
      const through: Send = async (client, person) => {
        const headers = { ...owners[person]?.headers }
        const answer = await client.send('POST', '/api/v1/documents', {
          headers: {
            ...headers,
            'sec-fetch-site': 'same-origin',
            'idempotency-key': randomUUID(),
            'content-type': contentType,
          },
          body,
        })
        if (answer.status === 201) sent.push({ ...(JSON.parse(answer.text) as { id: string }), headers })
        return answer
      }
      const straight: Send = (client) =>
        client.send('POST', '/uploads', {
          headers: { 'content-type': 'application/octet-stream' },
          body: file,
        })
      const rates = { portal: [] as number[], bare: [] as number[] }
      const statuses: number[] = []
      for (let round = 0; round < rounds; round += 1) {
        const bareRate = await runRound(bare.address, straight, statuses)
        const portalRate = await runRound(portal.address, through, statuses)
        // Looking at files would take time from the next round.
        if (!(await isChecked(portal, sent))) throw new Error('Files were not checked.')
        sent = []
        if (round === 0) continue
        rates.bare.push(bareRate)
        rates.portal.push(portalRate)
      }
      const [portalRate, bareRate] = [median(rates.portal), median(rates.bare)]
      console.log(
        `${portalRate.toFixed(1)} MB a second through the portal, ${bareRate.toFixed(1)} MB a second bare (medians of ${rounds - 1}).`,
      )
      const wrong = statuses.filter((status) => status !== 200 && status !== 201)
      return [
        atLeast(
          'uploads through the portal : a bare stream to the same table',
          portalRate / bareRate,
          0.5,
          '×',
        ),
        never('answers to uploads but success', wrong.length === 0 ? [] : [countEach(wrong)]),
      ]
    } finally {
      await bare.stop()
    }
  },
}

/** Everybody sends one file; answers megabytes a second. */
async function runRound(address: string, send: Send, statuses: number[]): Promise<number> {
  const clients = Array.from({ length: people }, () => createHttpClient(address))
  const started = performance.now()
  const answers = await Promise.all(clients.map((client, person) => send(client, person)))
  const seconds = (performance.now() - started) / 1000
  for (const client of clients) client.close()
  statuses.push(...answers.map(({ status }) => status))
  return (people * fileBytes) / 1e6 / seconds
}

/** Whether nothing of what was sent is being looked at any more. */
async function isChecked(portal: Portal, sent: readonly Sent[]): Promise<boolean> {
  const client = createHttpClient(portal.address)
  const open = new Set(sent)
  try {
    return await until(async () => {
      for (const one of open) {
        const { text } = await client.send('GET', `/api/v1/documents/${one.id}`, { headers: one.headers })
        if (['ready', 'refused'].includes((JSON.parse(text) as { state: string }).state)) open.delete(one)
      }
      return open.size === 0
    }, patience)
  } finally {
    client.close()
  }
}
