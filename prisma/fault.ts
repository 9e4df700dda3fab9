/**
 * Something about the database that whoever runs the program can mend. Its message is one clear line for them:
 * what is wrong and what to do. It never holds a password.
 */
export class DatabaseFault extends Error {
  override readonly name = 'DatabaseFault'
}

/** The message of a fault, or what can be said about anything else, on one line. */
export function faultLine(error: unknown): string {
  const message = error instanceof Error ? error.message || error.name : String(error)
  return message.replace(/\s*\n\s*/g, ' ').trim()
}

/** The code of a PostgreSQL or system error (`42P01`, `ECONNREFUSED`), if it has one. */
export function errorCode(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null || !('code' in error)) return undefined
  return typeof error.code === 'string' ? error.code : undefined
}

/** Reads a connection address; a fault that does not repeat it (it may hold a password) when it is none. */
export function parseDatabaseUrl(url: string, setting: string): URL {
  const parsed = URL.canParse(url) ? new URL(url) : undefined
  if (!parsed || !/^postgres(ql)?:$/.test(parsed.protocol) || parsed.pathname.length < 2) {
    throw new DatabaseFault(
      `${setting} is not an address like postgresql://user:password@host:5432/database.`,
    )
  }
  return parsed
}

/** Puts a failure to connect into one line that names the server and the role, never the password. */
export function connectionFault(error: unknown, url: URL): DatabaseFault {
  const place = `${url.hostname}:${url.port || '5432'}`
  const role = decodeURIComponent(url.username)
  const database = decodeURIComponent(url.pathname.slice(1))
  const options = { cause: error }
  switch (errorCode(error)) {
    case '28P01':
    case '28000':
      return new DatabaseFault(
        `PostgreSQL at ${place} did not let role "${role}" in. Check its name and password.`,
        options,
      )
    case '3D000':
      return new DatabaseFault(
        `PostgreSQL at ${place} has no database "${database}". Create it, or correct the address.`,
        options,
      )
    case '57P03':
      return new DatabaseFault(
        `PostgreSQL at ${place} is starting up or shutting down. Try again in a moment.`,
        options,
      )
    case '53300':
      return new DatabaseFault(
        `PostgreSQL at ${place} has no connection left. Raise max_connections or close others.`,
        options,
      )
    default:
      return new DatabaseFault(`PostgreSQL at ${place} cannot be reached: ${faultLine(error)}.`, options)
  }
}
