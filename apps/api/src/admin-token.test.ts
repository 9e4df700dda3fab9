import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { isApiToken } from './kernel/api-token.ts'
import { hashOfToken } from './kernel/secret-token.ts'
import { createAdminBed, type AdminBed } from './testing/admin-command.ts'

let bed: AdminBed
let admin: AdminBed['admin']
beforeAll(async () => {
  bed = await createAdminBed()
  admin = bed.admin
})
afterAll(() => bed.drop())

const lastLine = (out: string) => out.trimEnd().split('\n').at(-1) ?? ''

async function stored(token: string) {
  return bed.app.prisma.apiToken.findUniqueOrThrow({
    where: { tokenHash: hashOfToken(token) },
    include: { integrator: true },
  })
}

describe('the admin command for tokens', () => {
  test('makes one for an integrator of its name, prints it alone on the last line, and leaves a row of it', async () => {
    const made = await admin(['token', 'create', '--name', 'Eligibility feed', '--scope', 'cases:write'])
    expect(made).toMatchObject({ err: '', code: 0 })
    const token = lastLine(made.out)
    expect(isApiToken(token)).toBe(true)
    const row = await stored(token)
    expect(row).toMatchObject({
      name: 'Eligibility feed',
      scopes: ['cases:write'],
      integrator: { name: 'Eligibility feed' },
    })
    expect((Number(row.expiresAt) - Number(row.createdAt)) / 86_400_000).toBeCloseTo(90, 3)
    expect(
      await bed.app.prisma.auditEvent.findFirst({
        where: { subjectId: row.id },
        select: { event: true, actorKind: true, details: true },
      }),
    ).toEqual({
      event: 'token.created',
      actorKind: 'operator',
      details: { scopes: 'cases:write', days: 90 },
    })
  })

  test('takes several scopes in any way, a life in days, and an integrator that is there already', async () => {
    const common = ['token', 'create', '--name', 'second', '--integrator', 'Agency', '--days', '7']
    const ways = [
      ['--scope', 'cases:write', '--scope', 'tokens:manage'],
      ['--scope', 'cases:write', 'tokens:manage'],
      ['--scope', 'cases:write,tokens:manage'],
    ]
    const rows = []
    for (const way of ways) rows.push(await stored(lastLine((await admin([...common, ...way])).out)))
    for (const row of rows) {
      expect(row).toMatchObject({
        scopes: ['cases:write', 'tokens:manage'],
        integratorId: rows[0]?.integratorId,
      })
      expect((Number(row.expiresAt) - Number(row.createdAt)) / 86_400_000).toBeCloseTo(7, 3)
    }
  })

  test('lists what there is without showing it, and revokes one, once', async () => {
    const made = await admin(['token', 'create', '--name', 'short', '--scope', 'events:read'])
    const token = lastLine(made.out)
    const { id } = await stored(token)
    const line = async () => (await admin(['token', 'list'])).out.split('\n').find((one) => one.includes(id))
    expect(await line()).toMatch(new RegExp(`^${id}  short  short  events:read  until \\S{24}  never used$`))
    expect((await admin(['token', 'list'])).out).not.toContain(token)
    expect(await admin(['token', 'revoke', id])).toEqual({
      out: `Token ${id} opens nothing any more.\n`,
      err: '',
      code: 0,
    })
    expect(await line()).toMatch(/ {2}revoked, \S{24}/)
    for (const wrong of [id, 'x', ''])
      expect(await admin(['token', 'revoke', wrong])).toMatchObject({
        out: `No token "${wrong}" is there to be revoked.\n`,
        code: 1,
      })
  })

  test('makes none for a wrong request, and says what is wrong in one line', async () => {
    const before = await bed.app.prisma.apiToken.count()
    const name = ['--name', 'x']
    const scope = ['--scope', 'cases:write']
    const wrong: [string[], RegExp][] = [
      [scope, /^A token needs a name/],
      [['--name', 'two\nlines', ...scope], /^A token needs a name/],
      [name, /^A token needs a scope; there are cases:write, /],
      [[...name, '--scope', 'everything'], /^There is no scope everything; there are cases:write, /],
      [[...name, ...scope, '--days', '91'], /^A token lives 1 to 90 days\./],
      [[...name, ...scope, '--integrator', ''], /^An integrator needs a name/],
      [[...name, ...scope, '--forever'], /forever/],
    ]
    for (const [words, told] of wrong) {
      const { out, code } = await admin(['token', 'create', ...words])
      expect(out).toMatch(told)
      expect(out).toMatch(/\nSay what it is for: pnpm admin token create [^\n]*\n$/)
      expect(code).toBe(1)
    }
    expect(await bed.app.prisma.apiToken.count()).toBe(before)
  })
})
