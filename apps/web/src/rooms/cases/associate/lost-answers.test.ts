import type { CaseLink, OwnCaseLink } from '@connect/contract/rooms/case-links'
import { describe, expect, it } from 'vitest'
import type { Answer } from '../../../lib/api.ts'
import { createAssociating, createConfirming } from './lost-answers.ts'
import type { AssociationRequest } from './typed-association.ts'

const request: AssociationRequest = { clientId: '123456789', birthYear: 1985, code: 'ABCDE-12345' }
const link: CaseLink = {
  id: '0199a1b2-0000-7000-8000-000000000001',
  caseId: '0199a1b2-0000-7000-8000-000000000002',
  linkedAt: '2026-11-21T15:00:00Z',
}

const open = [
  ['there was no answer', refused(0, 'unreachable')],
  ['the service had a fault', refused(503, 'server.busy')],
  ['the first try is still running', refused(409, 'idempotency.in_progress')],
] as const

describe('associating a case', () => {
  it.each(open)('repeats the very same request under the same key when %s', async (_case, answer) => {
    const { send, sent } = associating(answer, { data: link })
    expect(await send({ ...request, captcha: 'solution 1' })).toEqual(answer)
    expect(await send({ ...request, captcha: 'solution 2' })).toEqual({ data: link })
    expect(sent).toEqual(Array(2).fill({ key: 'key 1', body: { ...request, captcha: 'solution 1' } }))
  })

  it('keeps the key of a try without an answer through a refusal that is not about it', async () => {
    const { send, sent } = associating(refused(0, 'unreachable'), refused(429, 'limit'), { data: link })
    for (let tries = 0; tries < 3; tries += 1) await send(request)
    expect(sent.map(({ key }) => key)).toEqual(['key 1', 'key 1', 'key 1'])
  })

  it('takes a new key for other fields', async () => {
    const { send, sent } = associating(refused(0, 'unreachable'), { data: link })
    await send(request)
    await send({ ...request, code: 'ABCDE-12346' })
    expect(sent.map(({ key }) => key)).toEqual(['key 1', 'key 2'])
  })

  it.each([
    ['it was taken', { data: link }],
    ['it was refused', refused(422, 'case_link.not_matched')],
    ['the security check is due', refused(422, 'captcha.required')],
  ])('takes a new key for the same fields once %s', async (_case, answer) => {
    const { send, sent } = associating(answer, { data: link })
    await send(request)
    await send({ ...request, captcha: 'solution' })
    expect(sent[1]).toEqual({ key: 'key 2', body: { ...request, captcha: 'solution' } })
  })
})

describe('confirming an association', () => {
  it.each(open)('is done when the case turns out to be open after %s', async (_case, answer) => {
    const { send, sent } = confirming(false, answer)
    expect(await send(request)).toEqual(answer)
    expect(await send(request)).toEqual({ data: { id: link.id } })
    expect(sent).toHaveLength(1)
  })

  it('is asked again when the case is still closed after no answer', async () => {
    const { send, sent } = confirming(true, refused(0, 'unreachable'), { data: link })
    await send(request)
    expect(await send(request)).toEqual({ data: link })
    expect(sent).toHaveLength(2)
  })

  it('does not look when the service has decided', async () => {
    const notMatched = refused(422, 'case_link.not_matched')
    const { send, sent } = confirming(false, notMatched, notMatched)
    await send(request)
    expect(await send(request)).toEqual(notMatched)
    expect(sent).toHaveLength(2)
  })
})

function associating(...answers: Answer<CaseLink>[]) {
  const sent: { body: AssociationRequest; key: string }[] = []
  let keys = 0
  const send = createAssociating({
    newKey: () => `key ${++keys}`,
    post: (body, key) => {
      sent.push({ body, key })
      return next(answers)
    },
  })
  return { send, sent }
}

function confirming(held: boolean, ...answers: Answer<CaseLink>[]) {
  const sent: AssociationRequest[] = []
  const own: OwnCaseLink = { ...link, otherCaseIds: [], held, person: null }
  const send = createConfirming({
    linkId: link.id,
    fetchLinks: () => Promise.resolve({ data: [own] }),
    post: (body) => {
      sent.push(body)
      return next(answers)
    },
  })
  return { send, sent }
}

function next(answers: Answer<CaseLink>[]): Promise<Answer<CaseLink>> {
  const answer = answers.shift()
  return answer ? Promise.resolve(answer) : Promise.reject(new Error('One request too many'))
}

function refused(status: number, code: string): Answer<CaseLink> {
  return { refusal: { status, code, retryAfterSeconds: undefined } }
}
