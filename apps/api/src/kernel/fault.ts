import { SealBrokenError } from './record-cipher.ts'

/**
 * What a log line may say of an error: its kind, its code and where it was, for a broken seal also in which row. Messages
 * can carry values.
 */
export function errorForLog(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { type: typeof error }
  const frames = (error.stack ?? '').split('\n').filter((line) => line.startsWith('    at '))
  return {
    type: error.name,
    code: sqlStateOf(error) ?? codeOf(error),
    ...(error instanceof SealBrokenError && { place: error.place }),
    stack: frames.slice(0, 12).join('\n'),
  }
}

/** The code that an error carries, of Node, Fastify, Prisma or the database driver. */
function codeOf(error: unknown): string | undefined {
  return typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string'
    ? error.code
    : undefined
}

/**
 * What the driver said. Prisma hands it on under codes of its own (P2010, P2037, P2039) and keeps the original in `meta`,
 * but for the ends of a transaction, where the driver's error comes as it is.
 */
function driverCause(error: unknown): unknown {
  const inside = property(property(error, 'meta'), 'driverAdapterError')
  return property(inside ?? error, 'cause')
}

/** The SQLSTATE behind an error. */
export function sqlStateOf(error: unknown): string | undefined {
  const original = property(driverCause(error), 'originalCode')
  const code = typeof original === 'string' ? original : codeOf(error)
  return code !== undefined && /^[0-9A-Z]{5}$/.test(code) && !/^P\d{4}$/.test(code) ? code : undefined
}

/** Whether Postgres chose this work as the victim of a conflict: nothing was committed, and a second try may succeed. */
export function isWriteConflict(error: unknown): boolean {
  const state = sqlStateOf(error)
  return (
    codeOf(error) === 'P2034' ||
    property(driverCause(error), 'kind') === 'TransactionWriteConflict' ||
    state === '40001' ||
    state === '40P01'
  )
}

/** Codes of Prisma and Node for a database that does not answer or has no connection left. */
const outageCodes = [
  'P1001',
  'P1002',
  'P1008',
  'P1017',
  'P2024',
  'P2028',
  'P2034',
  'P2037',
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
]

/** Classes 08 (connection), 53 (resources) and 57P (shutdown), and the time limits of statements, locks and idleness. */
const outageStates = /^(08...|53...|57P..|57014|55P03|25P03|40001|40P01)$/

const outageMessages =
  /Can't reach database|Connection terminated|timeout exceeded when trying to connect|Query read timeout|DatabaseNotReachable|ConnectionClosed|SocketTimeout|is not queryable/

/** Whether the database is away, full or too slow: the request may be tried again, with its key. */
export function isDatabaseOutage(error: unknown): boolean {
  const state = sqlStateOf(error)
  if (state !== undefined && outageStates.test(state)) return true
  if (outageCodes.includes(codeOf(error) ?? '')) return true
  return error instanceof Error && outageMessages.test(error.message)
}

function property(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined
}
