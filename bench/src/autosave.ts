import { randomUUID } from 'node:crypto'
import { setTimeout as delay } from 'node:timers/promises'
import { someKnownCases } from './case-reads/known-cases.ts'
import { createHttpClient, type HttpClient } from './client/http-client.ts'
import { atMost, never, type Figure } from './figure.ts'
import type { Measurement } from './measurement.ts'
import type { Portal } from './portal/portal.ts'
import { countEach, median, quantile, withOmitted } from './statistics.ts'

/** People who write at the same time. */
const people = 20

/** Milliseconds between two saves of one person: as somebody who types fast makes a page save. */
const interval = 500

/** Saves of one person who is alone, and of each of many. */
const saves = { alone: 150, each: 60 }

const employers = ['Example Bakery', 'Example Garage', 'Example School'] as const

/** Somebody with a draft of their own. */
interface Writer {
  readonly client: HttpClient
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
  tag: string
}

/** Saves of a draft: how long they take where many people write, by how long they take where one does. */
export const autosave: Measurement = {
  name: 'autosave',
  async run(portal): Promise<Figure[]> {
    const writers = await someWriters(portal, people)
    try {
      const [first] = writers
      if (first === undefined) throw new Error('nobody writes')
      const wrong: string[] = []
      // The first saves open connections and warm the server up.
      await write(first, saves.each, wrong)
      const alone = await write(first, saves.alone, wrong)
      const many = (await Promise.all(writers.map((writer) => write(writer, saves.each, wrong)))).flat()
      const p99 = { alone: quantile(alone, 0.99), many: quantile(many, 0.99) }
      console.log(
        `Saving took ${median(alone).toFixed(1)} ms alone and ${median(many).toFixed(1)} ms with ${people} drafts at once ` +
          `(medians), ${p99.alone.toFixed(1)} and ${p99.many.toFixed(1)} ms (p99).`,
      )
      return [
        atMost(`p99 of saving under ${people} drafts at once : alone`, p99.many / p99.alone, 3, '×'),
        never('answers to saving but 200', wrong.length === 0 ? [] : [countEach(wrong)]),
      ]
    } finally {
      for (const { client } of writers) client.close()
    }
  },
}

async function someWriters(portal: Portal, count: number): Promise<Writer[]> {
  const owners = await someKnownCases(portal, count)
  return Promise.all(
    owners.map(async ({ path, headers }): Promise<Writer> => {
      const client = createHttpClient(portal.address)
      const own = { ...headers, 'sec-fetch-site': 'same-origin' }
      const answer = await client.send('POST', '/api/v1/change-reports', {
        headers: { ...own, 'idempotency-key': randomUUID() },
        body: { caseId: path.split('/').at(-1) },
      })
      if (answer.status !== 201) throw new Error(`No draft was started: ${answer.text}`)
      const { id } = JSON.parse(answer.text) as { id: string }
      const draft = `/api/v1/change-reports/${id}`
      const read = await client.send('GET', draft, { headers: own })
      return { client, path: draft, headers: own, tag: read.headers.etag ?? '' }
    }),
  )
}

/** Saves another text each time; answers how long each save would have been waited for, in milliseconds. */
async function write(writer: Writer, count: number, wrong: string[]): Promise<number[]> {
  const waits: number[] = []
  await delay(Math.random() * interval)
  for (let save = 0; save < count; save += 1) {
    const started = performance.now()
    const employer = `${employers[save % employers.length] ?? ''} ${randomUUID()}`
    const { status, headers, wait } = await writer.client.send('PATCH', writer.path, {
      headers: { ...writer.headers, 'if-match': writer.tag },
      body: { changes: [{ typeId: 'start_job', changedOn: '2026-11-01', details: { employer } }] },
    })
    waits.push(wait)
    if (status !== 200) wrong.push(String(status))
    writer.tag = headers.etag ?? writer.tag
    await delay(Math.max(0, interval - (performance.now() - started)))
  }
  return withOmitted(waits, interval)
}
