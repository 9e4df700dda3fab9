import { describe, expect, it } from 'vitest'
import type { CreateAccountRequest } from '@connect/contract/rooms/account'
import { createAccountSubmission, type Progress } from './create-account.ts'
import type { Reply } from './reply.ts'

const account = {
  id: '0193f0a0-0000-7000-8000-000000000000',
  userId: 'maple42',
  firstName: 'Ana',
  lastName: 'Rivera',
  email: null,
  createdAt: '2026-11-21T12:00:00Z',
}
const draft = { firstName: 'Ana', lastName: 'Rivera', userId: 'maple42', password: 'Quiet-Lake7' }
const created: Reply = { kind: 'created', account }
const lost: Reply = { kind: 'lost' }

function refused(
  status: number,
  code: string,
  more: Partial<Extract<Reply, { kind: 'refused' }>> = {},
): Reply {
  return { kind: 'refused', status, code, issues: [], retryAfterSeconds: undefined, ...more }
}

/** A server that gives these replies in turn, and remembers what it was sent. */
function serverSaying(...replies: Reply[]) {
  const sent: { body: CreateAccountRequest; key: string }[] = []
  const waits: number[] = []
  /** What happens while a request is under way. */
  const meanwhile: { act?: () => void } = {}
  let keys = 0
  let solutions = 0
  let current: string | undefined
  const submission = createAccountSubmission({
    post: (body, key) => {
      sent.push({ body, key })
      meanwhile.act?.()
      return Promise.resolve(replies.shift() ?? refused(500, 'server.error'))
    },
    solution: () => Promise.resolve((current ??= `solution-${++solutions}`)),
    discardSolution: () => (current = undefined),
    wait: (milliseconds) => {
      waits.push(milliseconds)
      return Promise.resolve()
    },
    newKey: () => `key-${++keys}`,
  })
  const told: Progress[] = []
  return {
    sent,
    waits,
    told,
    meanwhile,
    submission,
    submit: (typed = draft) => submission.submit(typed, 'en', (progress) => told.push(progress)),
  }
}

describe('creating the account', () => {
  it('gives the account that the server made', async () => {
    const server = serverSaying(created)
    expect(await server.submit()).toEqual(created)
    expect(server.sent).toHaveLength(1)
  })

  it('sends the very same request again when a reply is lost', async () => {
    const server = serverSaying(lost, lost, created)
    expect(await server.submit()).toEqual(created)
    expect(new Set(server.sent.map((request) => JSON.stringify(request))).size).toBe(1)
    expect(server.told).toContainEqual({ kind: 'offline' })
  })

  it('keeps the key when the person presses the button again after a lost connection', async () => {
    const server = serverSaying(lost, lost, lost, lost, lost, created)
    expect(await server.submit()).toEqual({ kind: 'failed', reason: 'connection', minutes: 0 })
    expect(await server.submit()).toEqual(created)
    expect(new Set(server.sent.map(({ key }) => key))).toEqual(new Set(['key-1']))
  })

  it('takes a new key once something else was typed', async () => {
    const server = serverSaying(lost, lost, lost, lost, lost, created)
    await server.submit()
    await server.submit({ ...draft, userId: 'maple43' })
    expect(server.sent.at(-1)).toMatchObject({ key: 'key-2', body: { userId: 'maple43' } })
  })

  it('waits as long as a busy server asks, says so, and tries again', async () => {
    const server = serverSaying(refused(503, 'server.busy', { retryAfterSeconds: 7 }), created)
    expect(await server.submit()).toEqual(created)
    expect(server.waits).toEqual([7000])
    expect(server.told).toContainEqual({ kind: 'busy', seconds: 7 })
  })

  it('waits while an earlier try of the same request is still running', async () => {
    const server = serverSaying(refused(409, 'idempotency.in_progress', { retryAfterSeconds: 2 }), created)
    expect(await server.submit()).toEqual(created)
    expect(server.sent.map(({ key }) => key)).toEqual(['key-1', 'key-1'])
  })

  it('solves a stale security check anew, in silence', async () => {
    const stale = refused(422, 'request.invalid', {
      issues: [{ pointer: '/captcha', code: 'captcha.expired' }],
    })
    const server = serverSaying(stale, created)
    expect(await server.submit()).toEqual(created)
    expect(server.sent.map(({ body, key }) => [key, body.captcha])).toEqual([
      ['key-1', 'solution-1'],
      ['key-2', 'solution-2'],
    ])
  })

  it('gives up on a security check that is refused again and again', async () => {
    const wrong = refused(422, 'request.invalid', {
      issues: [{ pointer: '/captcha', code: 'captcha.wrong' }],
    })
    expect(await serverSaying(wrong, wrong, wrong, created).submit()).toMatchObject({
      reason: 'securityCheck',
    })
  })

  it('leads back to a user ID that somebody else took meanwhile', async () => {
    const outcome = await serverSaying(refused(409, 'account.user_id_taken')).submit()
    expect(outcome).toEqual({
      kind: 'mend',
      issues: [{ pointer: '/userId', code: 'user_id.taken', params: { userId: 'maple42' } }],
    })
  })

  it('leads back to every field that the server refuses, and not to the security check', async () => {
    const wellKnown = { pointer: '/password', code: 'password.well_known' }
    const issues = [wellKnown, { pointer: '/captcha', code: 'captcha.expired' }]
    const outcome = await serverSaying(refused(422, 'request.invalid', { issues })).submit()
    expect(outcome).toEqual({ kind: 'mend', issues: [wellKnown] })
  })

  it('keeps the key when a limit answers in place of a lost reply', async () => {
    const limit = refused(429, 'limit.rate', { retryAfterSeconds: 5 })
    const server = serverSaying(lost, limit, created)
    expect(await server.submit()).toMatchObject({ reason: 'limit' })
    expect(await server.submit()).toEqual(created)
    expect(new Set(server.sent.map(({ key }) => key))).toEqual(new Set(['key-1']))
  })

  it('says how long to wait when there were too many tries', async () => {
    const outcome = await serverSaying(refused(429, 'limit.rate', { retryAfterSeconds: 130 })).submit()
    expect(outcome).toEqual({ kind: 'failed', reason: 'limit', minutes: 3 })
  })

  it('keeps the key after a failure of the server, which may have created the account', async () => {
    const server = serverSaying(refused(500, 'server.error'), created)
    expect(await server.submit()).toMatchObject({ reason: 'server' })
    await server.submit()
    expect(server.sent.map(({ key }) => key)).toEqual(['key-1', 'key-1'])
  })
})

describe('a second press while the first is under way', () => {
  it('sends nothing of its own and hears the same', async () => {
    const server = serverSaying(lost, created)
    expect(await Promise.all([server.submit(), server.submit()])).toEqual([created, created])
    expect(server.sent.map(({ key }) => key)).toEqual(['key-1', 'key-1'])
  })

  it('waits with other answers until it is known whether the first ones made the account', async () => {
    const server = serverSaying(lost, created)
    expect(await Promise.all([server.submit(), server.submit({ ...draft, userId: 'maple43' })])).toEqual([
      created,
      created,
    ])
    expect(new Set(server.sent.map(({ body }) => body.userId))).toEqual(new Set(['maple42']))
  })

  it('sends other answers once the first ones were refused', async () => {
    const server = serverSaying(refused(409, 'account.user_id_taken'), created)
    const [first, second] = await Promise.all([
      server.submit(),
      server.submit({ ...draft, userId: 'maple43' }),
    ])
    expect([first.kind, second.kind]).toEqual(['mend', 'created'])
  })
})

describe('something on the way that answers in place of the service', () => {
  it.each([
    [502, 'unknown'],
    [504, 'server.error'],
    [520, 'unknown'],
  ])('counts as no answer: %i %s', async (status, code) => {
    const server = serverSaying(refused(status, code), created)
    expect(await server.submit()).toEqual(created)
    expect(server.sent.map(({ key }) => key)).toEqual(['key-1', 'key-1'])
  })
})

describe('whether an account may have been created unheard', () => {
  it('is so from the moment that it is sent, until the server says what became of it', async () => {
    const server = serverSaying(created)
    expect(server.submission.mayHaveArrived()).toBe(false)
    const whileSending: boolean[] = []
    server.meanwhile.act = () => whileSending.push(server.submission.mayHaveArrived())
    await server.submit()
    expect(whileSending).toEqual([true])
    expect(server.submission.mayHaveArrived()).toBe(false)
  })

  it.each([
    ['all replies were lost', [lost, lost, lost, lost, lost]],
    ['the service failed', [refused(500, 'server.error')]],
    ['a limit answered after a lost reply', [lost, refused(429, 'limit.rate')]],
  ])('is so when %s', async (_case, replies) => {
    const server = serverSaying(...replies)
    await server.submit()
    expect(server.submission.mayHaveArrived()).toBe(true)
  })

  it.each([
    ['a limit', refused(429, 'limit.rate')],
    ['a broken rule', refused(422, 'request.invalid', { issues: [{ pointer: '/email', code: 'x' }] })],
    ['a user ID that is taken', refused(409, 'account.user_id_taken')],
  ])('is not so when %s was the only reply', async (_case, reply) => {
    const server = serverSaying(reply)
    await server.submit()
    expect(server.submission.mayHaveArrived()).toBe(false)
  })

  it('makes a user ID that is taken perhaps the own one, even after another password was chosen', async () => {
    const server = serverSaying(lost, lost, lost, lost, lost, refused(409, 'account.user_id_taken'))
    await server.submit()
    await server.submit({ ...draft, password: 'Quiet-Lake8' })
    expect(server.submission.mayBeOwn('Maple42')).toBe(true)
    expect(server.submission.mayBeOwn('maple43')).toBe(false)
  })
})

describe('forgetting', () => {
  it('drops what was sent, so that the same answers are sent under a new key', async () => {
    const server = serverSaying(lost, lost, lost, lost, lost, created)
    await server.submit()
    server.submission.forget()
    expect(server.submission.mayHaveArrived()).toBe(false)
    await server.submit()
    expect(server.sent.at(-1)?.key).toBe('key-2')
  })

  it('ends an attempt that is under way without a word of its reply, and without another try', async () => {
    const server = serverSaying(lost, created)
    server.meanwhile.act = server.submission.forget
    expect(await server.submit()).toEqual({ kind: 'forgotten' })
    expect(server.sent).toHaveLength(1)
    expect(server.submission.mayHaveArrived()).toBe(false)
  })
})
