import { createHash } from 'node:crypto'
import { setTimeout as delay } from 'node:timers/promises'
import type { Answer } from '../../client/http-client.ts'
import type { Stand } from '../stand.ts'
import { until } from '../until.ts'
import type { Acknowledged, AcknowledgedReport } from './record.ts'
import type { Reporter } from './reporter.ts'

/** What came of what was acknowledged; each entry names it. */
export interface Judgement {
  readonly lost: string[]
  readonly doubled: string[]
  readonly damaged: string[]
  reports: number
  documents: number
}

/** How long the last checks of files may take, in milliseconds. */
const patience = 120_000

interface ReceiptSaid {
  readonly confirmationNumber: string
  readonly changes: readonly { readonly details: { readonly employer?: string } }[]
  readonly documents: readonly { readonly id: string; readonly sha256: string }[]
}

/** Looks for all that was acknowledged as its owners see it, and for what nobody asked for. */
export async function judge(
  stand: Stand,
  people: readonly Reporter[],
  entries: readonly Acknowledged[],
): Promise<Judgement> {
  const judgement: Judgement = { lost: [], doubled: [], damaged: [], reports: 0, documents: 0 }
  for (const person of people) {
    const own = entries.filter(({ owner }) => owner === person.id)
    for (const entry of own) {
      if (entry.kind === 'document') await judgeDocument(person, entry, judgement)
      else await judgeReport(person, entry, judgement)
    }
    await findDoubles(person, own, judgement)
    await countFiles(stand, person, own, judgement)
  }
  return judgement
}

async function judgeDocument(
  { browser }: Reporter,
  { id, sha256 }: Extract<Acknowledged, { kind: 'document' }>,
  judgement: Judgement,
): Promise<void> {
  judgement.documents += 1
  const isReady = await until(async () => {
    const { status, text } = await browser.send('GET', `/documents/${id}`)
    return status === 404 || (JSON.parse(text) as { state: string }).state === 'ready'
  }, patience)
  const answer = await browser.send('GET', `/documents/${id}/content`)
  if (answer.status === 404) judgement.lost.push(`document ${id}`)
  else if (!isReady || answer.status !== 200) judgement.damaged.push(`document ${id}: ${answer.status}`)
  else if (createHash('sha256').update(answer.bytes).digest('hex') !== sha256)
    judgement.damaged.push(`document ${id}: other bytes`)
}

async function judgeReport(
  { browser }: Reporter,
  entry: AcknowledgedReport,
  judgement: Judgement,
): Promise<void> {
  judgement.reports += 1
  const answer = await browser.send('GET', `/change-reports/${entry.id}/receipt`)
  if (answer.status !== 200) {
    judgement.lost.push(`report ${entry.id}: ${answer.status}`)
    return
  }
  if (!isAsAcknowledged(JSON.parse(answer.text) as ReceiptSaid, entry))
    judgement.damaged.push(`report ${entry.id}: another receipt`)
  if (!isGenuine(await verify(browser, answer.text)))
    judgement.damaged.push(`report ${entry.id}: its receipt is not genuine`)
}

/** Comes back as often as it is told to: so many receipts are verified in a minute from one address. */
async function verify(browser: Reporter['browser'], receipt: string): Promise<Answer> {
  for (;;) {
    const answer = await browser.send('POST', '/receipts/verification', JSON.parse(receipt))
    if (answer.status !== 429) return answer
    await delay(Number(answer.headers['retry-after'] ?? 1) * 1000)
  }
}

function isAsAcknowledged(said: ReceiptSaid, entry: AcknowledgedReport): boolean {
  const sums = (list: readonly { readonly id: string; readonly sha256: string }[]) =>
    list
      .map(({ id, sha256 }) => `${id} ${sha256}`)
      .toSorted()
      .join()
  return (
    said.confirmationNumber === entry.confirmationNumber &&
    said.changes.length === 1 &&
    said.changes[0]?.details.employer === entry.employer &&
    sums(said.documents) === sums(entry.documents)
  )
}

const isGenuine = ({ status, text }: Answer): boolean =>
  status === 200 && (JSON.parse(text) as { genuine: boolean }).genuine

/** Every report that stands there was acknowledged, or is the draft of one that was given up. */
async function findDoubles(
  { browser }: Reporter,
  own: readonly Acknowledged[],
  judgement: Judgement,
): Promise<void> {
  const known = new Set(own.filter(({ kind }) => kind === 'report').map(({ id }) => id))
  const employers = new Set<string>()
  let cursor: string | null = null
  do {
    const query: string = cursor === null ? '' : `&cursor=${cursor}`
    const { text } = await browser.send('GET', `/change-reports?limit=100${query}`)
    const page = JSON.parse(text) as {
      items: { id: string; status: string }[]
      nextCursor: string | null
    }
    for (const { id, status } of page.items) {
      if (status !== 'draft' && !known.has(id)) judgement.doubled.push(`report ${id}`)
      const employer = await employerOf(browser, id)
      if (employer !== null && employers.has(employer)) judgement.doubled.push(`report ${id}: told twice`)
      if (employer !== null) employers.add(employer)
    }
    cursor = page.nextCursor
  } while (cursor !== null)
}

/** Every upload was sent until it was acknowledged: there are as many files as that, each once. */
async function countFiles(
  stand: Stand,
  { id }: Reporter,
  own: readonly Acknowledged[],
  judgement: Judgement,
): Promise<void> {
  const known = new Set(own.filter(({ kind }) => kind === 'document').map((entry) => entry.id))
  const rows = await stand.query<{ id: string }>(
    `SELECT id FROM document WHERE account_id = $1 AND state <> 'receiving'`,
    [id],
  )
  for (const row of rows) if (!known.has(row.id)) judgement.doubled.push(`document ${row.id}`)
}

async function employerOf(browser: Reporter['browser'], id: string): Promise<string | null> {
  const { text } = await browser.send('GET', `/change-reports/${id}`)
  const { status, changes } = JSON.parse(text) as {
    status: string
    changes: { details: { employer?: string } }[]
  }
  return status === 'draft' ? null : (changes[0]?.details.employer ?? null)
}
