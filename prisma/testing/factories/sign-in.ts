import pg from 'pg'

/**
 * Lets time pass for failed sign-ins, as if nobody had tried meanwhile: of one user ID, given as its look-up, or of all.
 * Throws when there are none, so that a test cannot pass for want of them.
 */
export async function ageSignInAttempts(
  ownerUrl: string,
  { minutes, subject }: { readonly minutes: number; readonly subject?: Uint8Array },
): Promise<void> {
  const changed = await run(
    ownerUrl,
    `UPDATE sign_in_counter
        SET paused_until = paused_until - make_interval(secs => $1::float8 * 60),
            clears_at = clears_at - make_interval(secs => $1::float8 * 60),
            last_at = last_at - make_interval(secs => $1::float8 * 60)
      WHERE $2::bytea IS NULL OR subject = $2`,
    [minutes, subject === undefined ? null : Buffer.from(subject)],
  )
  if (changed === 0) throw new Error('Nobody has tried to sign in.')
}

/**
 * Makes of the failures that there are so many in a row, without a pause: of one user ID, given as its look-up, or of all.
 * Throws when there are none.
 */
export async function setSignInAttempts(
  ownerUrl: string,
  { attempts, subject }: { readonly attempts: number; readonly subject?: Uint8Array },
): Promise<void> {
  const changed = await run(
    ownerUrl,
    `UPDATE sign_in_counter SET attempts = $1, paused_until = NULL WHERE $2::bytea IS NULL OR subject = $2`,
    [attempts, subject === undefined ? null : Buffer.from(subject)],
  )
  if (changed === 0) throw new Error('Nobody has tried to sign in.')
}

/** Makes the own devices of an account older. Throws when it has none. */
export async function ageOwnDevices(ownerUrl: string, accountId: string, days: number): Promise<void> {
  const changed = await run(
    ownerUrl,
    `UPDATE own_device
        SET created_at = created_at - make_interval(days => $2::int),
            expires_at = expires_at - make_interval(days => $2::int)
      WHERE account_id = $1`,
    [accountId, days],
  )
  if (changed === 0) throw new Error(`The account ${accountId} has no own device.`)
}

async function run(ownerUrl: string, statement: string, values: unknown[]): Promise<number> {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    return (await client.query(statement, values)).rowCount ?? 0
  } finally {
    await client.end()
  }
}
