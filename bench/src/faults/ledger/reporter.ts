import { createHash, randomInt, randomUUID } from 'node:crypto'
import { setTimeout as delay } from 'node:timers/promises'
import { statement } from '@connect/contract/changes/statement'
import { aPdfFile } from '@connect/prisma/testing/factories/files'
import type { Answer } from '../../client/http-client.ts'
import { uploadForm } from '../../client/upload-form.ts'
import type { Browser } from '../browser.ts'
import type { Kept } from './record.ts'

/** Somebody with a case of their own, in a browser. */
export interface Reporter {
  readonly id: string
  readonly browser: Browser
  readonly caseId: string
  readonly memberId: string
}

/** What requests were answered, and how long that took. */
export interface Told {
  /** Milliseconds from the last byte of a request to the last one of its answer. */
  readonly waits: number[]
  /** Answers that nobody may get in such a time: all but the right one, and 503 or 409 with when to come again. */
  readonly wrong: string[]
  cutOff: number
  comeBack: number
}

/** Milliseconds between two tries where nobody was told when to come again. */
const pause = 150

/** Tries of one request: whoever is never served is told of, and does not wait for ever. */
const mostTries = 4_000

/** Bytes of the largest file that somebody sends on any other day. */
const everyday = 400_000

/** A step of a report that was given up. */
export class GivenUpError extends Error {
  override readonly name = 'GivenUpError'
}

/** Sends one request until it is answered as it should be; each time the very same. */
async function insist(told: Told, what: string, right: number, send: () => Promise<Answer>): Promise<Answer> {
  for (let tries = 0; tries < mostTries; tries += 1) {
    const answer = await send().catch(() => null)
    if (answer === null) told.cutOff += 1
    else {
      told.waits.push(answer.wait)
      if (answer.status === right) return answer
      const isForLater = (answer.status === 503 || answer.status === 409) && 'retry-after' in answer.headers
      if (isForLater) told.comeBack += 1
      else {
        told.wrong.push(`${what}: ${answer.status} ${answer.text}`)
        throw new GivenUpError(what)
      }
    }
    await delay(pause)
  }
  told.wrong.push(`${what}: never decided`)
  throw new GivenUpError(what)
}

async function upload(
  person: Reporter,
  told: Told,
  record: Kept,
  most: number,
): Promise<{ id: string; sha256: string }> {
  const file = aPdfFile(randomInt(4_000, most))
  const sha256 = createHash('sha256').update(file).digest('hex')
  const { contentType, body } = await uploadForm(file, 'pay_stub')
  const headers = { 'idempotency-key': randomUUID(), 'content-type': contentType }
  const answer = await insist(told, 'an upload', 201, () =>
    person.browser.send('POST', '/documents', body, headers),
  )
  const document = JSON.parse(answer.text) as { id: string; sha256: string }
  if (document.sha256 !== sha256) told.wrong.push(`an upload: acknowledged with another SHA-256`)
  record.note({ kind: 'document', owner: person.id, id: document.id, sha256 })
  return { id: document.id, sha256 }
}

/**
 * Starts a draft, attaches one or two files, saves and submits it, and notes whatever is acknowledged on the way. Every
 * request is sent until it is decided, with the key that it had first.
 */
export async function reportOnce(
  person: Reporter,
  told: Told,
  record: Kept,
  mostBytes = everyday,
): Promise<void> {
  const { browser } = person
  const start = { 'idempotency-key': randomUUID() }
  const begun = await insist(told, 'a draft', 201, () =>
    browser.send('POST', '/change-reports', { caseId: person.caseId }, start),
  )
  const { id } = JSON.parse(begun.text) as { id: string }
  const documents: { id: string; sha256: string }[] = []
  for (let count = randomInt(1, 3); count > 0; count -= 1)
    documents.push(await upload(person, told, record, mostBytes))

  // Nobody else's: what is submitted again is found by it.
  const employer = `Employer ${randomUUID()}`
  const change = {
    typeId: 'start_job',
    changedOn: '2026-11-01',
    details: {
      who: { memberId: person.memberId },
      employer,
      amount: { amount: 61_200, currency: 'USD' },
      frequency: 'weekly',
    },
    documentIds: documents.map((document) => document.id),
  }
  await save(person, told, id, { changes: [change] })
  const submit = { 'idempotency-key': randomUUID() }
  const signed = { signedName: 'Example Person', statementVersion: statement.version }
  const answer = await insist(told, 'a submission', 201, () =>
    browser.send('POST', `/change-reports/${id}/submission`, signed, submit),
  )
  const { confirmationNumber } = JSON.parse(answer.text) as { confirmationNumber: string }
  record.note({ kind: 'report', owner: person.id, id, confirmationNumber, employer, documents })
}

/** Saving knows no key: the version that one read makes it safe, and what is stored already is no conflict. */
async function save(person: Reporter, told: Told, id: string, draft: unknown): Promise<void> {
  const read = await insist(told, 'a look at a draft', 200, () =>
    person.browser.send('GET', `/change-reports/${id}`),
  )
  await insist(told, 'a saved draft', 200, () =>
    person.browser.send('PATCH', `/change-reports/${id}`, draft, { 'if-match': read.headers.etag ?? '' }),
  )
}
