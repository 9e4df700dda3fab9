import type { Report } from '@connect/contract/rooms/change-reports'
import { receiptResponse } from '@connect/contract/rooms/receipts'
import type { LightMyRequestResponse } from 'fastify'
import { afterAll, describe, expect, test, vi } from 'vitest'
import { anAgencyCase } from '../../testing/entered-report.ts'
import { anOwnReport, readReport } from '../../testing/own-report.ts'
import { newKey } from '../../testing/requests.ts'
import { startTestBed } from '../../testing/test-bed.ts'

const { api, second, database, stop } = await startTestBed()
afterAll(stop)

type Timeline = Report['timeline']

/** How many statements wait for a row that somebody holds. */
async function waiting(): Promise<number> {
  const { rowCount } = await api.deps.pool.query(
    `SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`,
  )
  return rowCount ?? 0
}

/** Somebody does a thing to a report while a worker who came first has not yet decided. */
async function behindADecision(path: string, body: object) {
  const told = await anAgencyCase(api)
  const { id } = await anOwnReport(api, told)
  await database.query('BEGIN')
  await database.query('SELECT FROM change_report WHERE id = $1 FOR UPDATE', [id])
  const answers: Promise<LightMyRequestResponse>[] = []
  const question = { to: 'needs_information', message: 'Since when?' }
  const url = `/change-reports/${id}/${path}`
  for (const send of [
    () => told.worker.send('POST', `/agency/change-reports/${id}/transitions`, question, newKey()),
    () => told.owner.browser.send('POST', url, body, newKey(), second),
  ]) {
    answers.push(send())
    const waits = answers.length
    await vi.waitFor(async () => expect(await waiting()).toBe(waits), { timeout: 2_500, interval: 20 })
  }
  await database.query('COMMIT')
  const [decided, done] = await Promise.all(answers)
  expect([decided?.statusCode, done?.statusCode]).toEqual([201, 201])
  return { report: await readReport(told, id), done }
}

const kindsOf = (timeline: Timeline) => timeline.map(({ kind }) => kind)

describe('what had to wait for a decision comes behind it in the timeline', () => {
  test('when it is a withdrawal', async () => {
    const { report } = await behindADecision('withdrawal', {})
    expect(kindsOf(report.timeline)).toEqual(['received', 'needs_information', 'withdrawn'])
    expect(report).toMatchObject({ status: 'withdrawn', updatedAt: report.timeline[2]?.at })
  })

  test('when it is an addition, whose receipt says the same time', async () => {
    const { report, done } = await behindADecision('additions', { message: 'Since May.', documentIds: [] })
    expect(kindsOf(report.timeline)).toEqual(['received', 'needs_information', 'added'])
    expect(receiptResponse.parse(done?.json()).submittedAt).toBe(report.timeline[2]?.at)
    expect(report.status).toBe('received')
  })
})
