import type { Outbox } from '@connect/contract/rooms/outbox'
import { afterEach, describe, expect, test } from 'vitest'
import { startTestApp, type TestApp } from '../../testing/test-app.ts'

let api: TestApp | undefined
afterEach(() => api?.stop())

async function start(settings: Readonly<Record<string, string>>): Promise<TestApp> {
  api = await startTestApp({ settings })
  return api
}

const remind = ({ deps }: TestApp, to: string, locale: 'en' | 'es' = 'es') =>
  deps.commit((tx) =>
    deps.notices.mail(tx, {
      accountId: null,
      to,
      locale,
      template: 'user_id_reminder',
      values: { userIds: ['rosa.lopez'] },
    }),
  )

const outbox = ({ app }: TestApp, query = '') => app.inject({ url: `/api/v1/demo/outbox${query}` })

describe('the outbox of a demonstration', () => {
  test('shows what would have gone out, newest first, with links to our own pages', async () => {
    const demo = await start({ DEMO: '1', PUBLIC_URL: 'https://portal.example' })
    await remind(demo, 'first@example.org')
    await remind(demo, 'second@example.org', 'en')
    const { items, nextCursor } = (await outbox(demo)).json<Outbox>()
    expect(nextCursor).toBeNull()
    expect(items.map(({ to }) => to)).toEqual(['second@example.org', 'first@example.org'])
    expect(items[1]).toMatchObject({ locale: 'es', subject: 'Su nombre de usuario de ConneCT' })
    expect(items[1]?.parts).toContainEqual({ kind: 'list', items: ['rosa.lopez'] })
    expect(items[1]?.parts).toContainEqual({
      kind: 'link',
      label: 'Iniciar sesión',
      href: 'https://portal.example/sign-in',
    })
    expect(items[0]?.parts.at(-3)).toEqual({
      kind: 'paragraph',
      text: 'Questions? Call 1-877-874-1612, Monday to Friday, 8:30\u00a0a.m. to 5\u00a0p.m.',
    })
  })

  test('comes a page at a time', async () => {
    const demo = await start({ DEMO: '1' })
    for (const name of ['a', 'b', 'c']) await remind(demo, `${name}@example.org`)
    const first = (await outbox(demo, '?limit=2')).json<Outbox>()
    const second = (await outbox(demo, `?limit=2&cursor=${first.nextCursor}`)).json<Outbox>()
    expect([...first.items, ...second.items].map(({ to }) => to[0])).toEqual(['c', 'b', 'a'])
    expect(second.nextCursor).toBeNull()
    expect((await outbox(demo, '?cursor=x')).statusCode).toBe(422)
  })

  test('has nothing of work that was rolled back', async () => {
    const demo = await start({ DEMO: '1' })
    const undone = demo.deps.commit(async (tx) => {
      await demo.deps.notices.mail(tx, {
        accountId: null,
        to: 'undone@example.org',
        locale: 'en',
        template: 'account_deleted',
      })
      throw new Error('the cause failed')
    })
    await expect(undone).rejects.toThrow('the cause failed')
    expect((await outbox(demo)).json()).toEqual({ items: [], nextCursor: null })
  })

  test('does not exist elsewhere: there e-mails wait for a server', async () => {
    const real = await start({})
    await remind(real, 'rosa@example.org')
    expect((await outbox(real)).statusCode).toBe(404)
    expect((await real.app.inject({ url: '/api/v1/openapi.json' })).body).not.toContain('outbox')
    expect(await real.deps.mail.count()).toMatchObject({ queued: 1, kept: 0 })
  })

  test('keeps nothing when a server is set', async () => {
    const demo = await start({ DEMO: '1', SMTP_URL: 'smtp://127.0.0.1:1', MAIL_FROM: 'no-reply@example.gov' })
    await remind(demo, 'rosa@example.org')
    expect((await outbox(demo)).json()).toEqual({ items: [], nextCursor: null })
    expect(await demo.deps.mail.count()).toMatchObject({ queued: 1, kept: 0 })
  })
})

test('the figures say how many e-mails there are in each state', async () => {
  const demo = await start({ DEMO: '1', METRICS_TOKEN: 'a-token-of-its-own' })
  await remind(demo, 'rosa@example.org')
  const { body } = await demo.app.inject({
    url: '/metrics',
    headers: { authorization: 'Bearer a-token-of-its-own' },
  })
  expect(body).toContain('connect_mail{state="kept"} 1')
  expect(body).toContain('connect_mail{state="failed"} 0')
})
