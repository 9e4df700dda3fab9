import { describe, expect, it } from 'vitest'
import { errorForLog, isDatabaseOutage, isWriteConflict, sqlStateOf } from './fault.ts'

/** As Prisma hands on what its driver says. */
function fromPrisma(code: string, originalCode: string, kind?: string): Error {
  const cause = kind === undefined ? { originalCode } : { originalCode, kind }
  return Object.assign(new Error('Key (user_id)=(garcia)'), { code, meta: { driverAdapterError: { cause } } })
}

describe('an error of the database', () => {
  it('keeps its SQLSTATE behind the codes of Prisma', () => {
    expect(sqlStateOf(fromPrisma('P2039', '57P01'))).toBe('57P01')
    expect(sqlStateOf(Object.assign(new Error(), { code: '23505' }))).toBe('23505')
    expect(sqlStateOf(Object.assign(new Error(), { code: 'P2002' }))).toBeUndefined()
  })

  it.each(['57P01', '57014', '55P03', '25P03', '53300', '08006'])(
    'means an outage when it is %s',
    (state) => {
      expect(isDatabaseOutage(fromPrisma('P2010', state))).toBe(true)
    },
  )

  it.each([
    'Connection terminated unexpectedly',
    'Client was closed and is not queryable',
    'Client has encountered a connection error and is not queryable',
    'SocketTimeout',
  ])('means an outage when the driver says: %s', (message) => {
    expect(isDatabaseOutage(new Error(message))).toBe(true)
  })

  it('is known by what the driver said where a transaction ends, too', () => {
    const atCommit = (cause: object) =>
      Object.assign(new Error('driver'), { name: 'DriverAdapterError', cause })
    expect(isDatabaseOutage(atCommit({ kind: 'postgres', originalCode: '57P01' }))).toBe(true)
    expect(isDatabaseOutage(atCommit({ kind: 'postgres', originalCode: '23514' }))).toBe(false)
    expect(isWriteConflict(atCommit({ kind: 'TransactionWriteConflict', originalCode: '40001' }))).toBe(true)
  })

  it.each(['23505', '22021', '42P01'])('means no outage when it is %s', (state) => {
    expect(isDatabaseOutage(fromPrisma('P2010', state))).toBe(false)
  })

  it('is a conflict worth a second try for a deadlock in plain SQL', () => {
    expect(isWriteConflict(fromPrisma('P2010', '40P01', 'TransactionWriteConflict'))).toBe(true)
    expect(isWriteConflict(fromPrisma('P2010', '23505'))).toBe(false)
  })

  it('leaves its message out of the log', () => {
    expect(JSON.stringify(errorForLog(fromPrisma('P2010', '23505')))).not.toContain('garcia')
  })
})
