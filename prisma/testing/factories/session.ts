import pg from 'pg'

export interface SessionAge {
  /** How long nothing has been heard from the person. */
  readonly idleMinutes?: number
  /** How long ago the person signed in. */
  readonly absoluteHours?: number
}

/**
 * Makes sessions older, as if the time had passed: the session with this id, or every session of the account with
 * it. Throws when there is none, so that a test cannot pass for want of a session.
 */
export async function ageSession(
  ownerUrl: string,
  id: string,
  { idleMinutes = 0, absoluteHours = 0 }: SessionAge,
): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    const { rowCount } = await client.query(
      `UPDATE session
          SET idle_expires_at = least(idle_expires_at - make_interval(secs => $2::float8 * 60),
                                      absolute_expires_at - make_interval(secs => $3::float8 * 3600)),
              last_seen_at = last_seen_at - make_interval(secs => greatest($2::float8 * 60, $3::float8 * 3600)),
              created_at = created_at - make_interval(secs => $3::float8 * 3600),
              absolute_expires_at = absolute_expires_at - make_interval(secs => $3::float8 * 3600)
        WHERE id = $1 OR account_id = $1`,
      [id, idleMinutes, absoluteHours],
    )
    if (!rowCount) throw new Error(`There is no session ${id}, and no session of an account ${id}.`)
  } finally {
    await client.end()
  }
}
