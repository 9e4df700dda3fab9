import type { FeedbackRequest } from '@connect/contract/rooms/content'
import { describe, expect, it } from 'vitest'
import type { Answer } from '../../../lib/api.ts'
import { checkIsMissing } from '../../../lib/captcha/checked-send.ts'
import type { FeedbackReceipt } from '../content.queries.ts'
import {
  checkDraft,
  longestMessage,
  readDraft,
  reportedPage,
  toFeedbackRequest,
  writeDraft,
  type FeedbackDraft,
} from './feedback-draft.ts'
import { createFeedbackSubmission } from './send-feedback.ts'

const draft: FeedbackDraft = {
  topic: 'idea',
  message: 'Larger buttons',
  email: '',
  page: '/offices',
  accountId: undefined,
}
const request = toFeedbackRequest(draft, 'en')
const receipt: FeedbackReceipt = {
  id: '0199a1b2-0000-7000-8000-000000000000',
  receivedAt: '2026-11-21T15:00:00Z',
}

describe('a feedback draft', () => {
  it('may be sent without an e-mail address, which then is left out', () => {
    expect(checkDraft(draft)).toEqual([])
    expect(request).toEqual({ topic: 'idea', message: 'Larger buttons', page: '/offices', locale: 'en' })
  })

  it('names everything that is missing at once', () => {
    const issues = checkDraft({ ...draft, topic: '', message: ' \n', email: 'name@' })
    expect(issues.map(({ pointer, code }) => `${pointer} ${code}`)).toEqual([
      '/topic field.required',
      '/message field.required',
      '/email email.format',
    ])
  })

  it('takes a message of the greatest length and none that is longer', () => {
    expect(checkDraft({ ...draft, message: 'a'.repeat(longestMessage) })).toEqual([])
    expect(checkDraft({ ...draft, message: 'a'.repeat(longestMessage + 1) })).toEqual([
      { pointer: '/message', code: 'text.too_big', params: { max: longestMessage } },
    ])
  })

  it.each([
    ['/create-account/name', '/create-account/name'],
    ['/problems/request.not_json', '/problems'],
    ['/Nowhere?name=Ana', '/'],
  ])('tells of the page %s as %s', (page, reported) => {
    expect(reportedPage(page)).toBe(reported)
  })

  it('is there again after a reload, until it is sent', () => {
    const storage = memoryStorage()
    writeDraft(draft, storage)
    expect(readDraft(undefined, storage)).toEqual(draft)
    writeDraft(undefined, storage)
    expect(readDraft(undefined, storage).message).toBe('')
  })

  it('of whoever was signed in is shown to nobody else, and to them again', () => {
    const storage = memoryStorage()
    const mine = { ...draft, email: 'ana@example.org', accountId: 'ana' }
    writeDraft(mine, storage)
    const nobodys = { message: '', email: '', topic: '' }
    expect(readDraft(undefined, storage)).toMatchObject(nobodys)
    expect(readDraft('ana', storage)).toEqual(mine)
    expect(readDraft('boris', storage)).toMatchObject({ ...nobodys, accountId: 'boris' })
    expect(storage().getItem('connect.draft.feedback')).toBeNull()
  })

  it('of somebody who signs in afterwards becomes theirs', () => {
    const storage = memoryStorage()
    writeDraft(draft, storage)
    expect(readDraft('ana', storage)).toEqual({ ...draft, accountId: 'ana' })
    expect(readDraft('boris', storage).message).toBe('')
  })

  it('begins empty where storage is refused or holds something else', () => {
    const refused = () => {
      throw new DOMException('denied', 'SecurityError')
    }
    expect(readDraft('ana', refused).message).toBe('')
    const storage = memoryStorage()
    storage().setItem('connect.draft.feedback', '{"message"')
    expect(readDraft('ana', storage).message).toBe('')
  })
})

describe('sending feedback', () => {
  it('gives the receipt that the service gave', async () => {
    const { send } = submission({ data: receipt })
    expect(await send(request)).toEqual({ data: receipt })
  })

  it.each([
    ['there was no answer', refused(0, 'unreachable')],
    ['the service was busy', refused(503, 'server.busy')],
    ['the first try is still running', refused(409, 'idempotency.in_progress')],
  ])('repeats the very same request under the same key when %s', async (_case, answer) => {
    const { send, sent } = submission(answer, { data: receipt })
    expect(await send(request)).toEqual(answer)
    expect(await send(request)).toEqual({ data: receipt })
    expect(sent[1]).toEqual(sent[0])
  })

  it('takes a new key when the words have changed', async () => {
    const { send, sent } = submission(refused(0, 'unreachable'), { data: receipt })
    await send(request)
    await send({ ...request, message: 'Larger links' })
    expect(sent.map(({ key }) => key)).toEqual(['key 1', 'key 2'])
  })

  it('takes a new key for the next message of the same words', async () => {
    const { send, sent } = submission({ data: receipt }, { data: receipt })
    await send(request)
    await send(request)
    expect(sent.map(({ key }) => key)).toEqual(['key 1', 'key 2'])
  })

  it('sends the solution of the security check with the next try once it is due', async () => {
    const due = refused(422, 'captcha.required')
    const { send, sent } = submission(due, { data: receipt })
    expect(await send(request)).toEqual(due)
    await send(request, () => Promise.resolve('solution'))
    expect(sent[1]?.body.captcha).toBe('solution')
  })

  it('sends nothing when the solution of a due check cannot be had', async () => {
    const { send, sent } = submission()
    expect(await send(request, () => Promise.reject(new Error('no worker')))).toEqual({
      refusal: checkIsMissing,
    })
    expect(sent).toHaveLength(0)
  })

  it('begins anew after a refusal that is about what was sent', async () => {
    const broken = refused(422, 'request.invalid', [{ pointer: '/email', code: 'email.format' }])
    const { send, sent } = submission(broken, { data: receipt })
    expect(await send(request)).toEqual(broken)
    await send(request)
    expect(sent.map(({ key }) => key)).toEqual(['key 1', 'key 2'])
  })
})

function submission(...answers: Answer<FeedbackReceipt>[]) {
  const sent: { body: FeedbackRequest; key: string }[] = []
  let keys = 0
  const send = createFeedbackSubmission({
    newKey: () => `key ${++keys}`,
    post: (body, key) => {
      sent.push({ body, key })
      const answer = answers.shift()
      return answer ? Promise.resolve(answer) : Promise.reject(new Error('One request too many'))
    },
  })
  return { send, sent }
}

function refused(
  status: number,
  code: string,
  errors?: { pointer: string; code: string }[],
): Answer<FeedbackReceipt> {
  return { refusal: { status, code, retryAfterSeconds: undefined, ...(errors && { errors }) } }
}

function memoryStorage(): () => Storage {
  const items = new Map<string, string>()
  const storage = {
    getItem: (key: string) => items.get(key) ?? null,
    setItem: (key: string, value: string) => items.set(key, value),
    removeItem: (key: string) => items.delete(key),
  }
  return () => storage as unknown as Storage
}
