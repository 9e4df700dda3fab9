import pg from 'pg'

export interface TokenAge {
  /** How long ago the token was made. */
  readonly days?: number
  /** How long ago it was used. */
  readonly minutes?: number
}

/** Makes a token older, as if the time had passed: its end and its last use come nearer. Throws for none. */
export async function ageToken(
  ownerUrl: string,
  id: string,
  { days = 0, minutes = 0 }: TokenAge,
): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    const { rowCount } = await client.query(
      `UPDATE api_token
          SET created_at = created_at - make_interval(hours => $2::int * 24, mins => $3::int),
              expires_at = expires_at - make_interval(hours => $2::int * 24, mins => $3::int),
              last_used_at = last_used_at - make_interval(hours => $2::int * 24, mins => $3::int)
        WHERE id = $1`,
      [id, days, minutes],
    )
    if (rowCount !== 1) throw new Error(`There is no token ${id}.`)
  } finally {
    await client.end()
  }
}
