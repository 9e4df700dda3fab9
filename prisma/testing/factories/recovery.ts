import pg from 'pg'

export interface RecoveryAge {
  /** How long ago the recovery was begun, or its token given. */
  readonly minutes?: number
}

/** Makes a recovery older, with its token: the one with this id, or all of the account with it. Throws for none. */
export async function ageRecovery(ownerUrl: string, id: string, { minutes = 0 }: RecoveryAge): Promise<void> {
  const changed = await run(
    ownerUrl,
    `UPDATE recovery
        SET created_at = created_at - make_interval(mins => $2::int),
            expires_at = expires_at - make_interval(mins => $2::int),
            token_expires_at = token_expires_at - make_interval(mins => $2::int)
      WHERE id = $1 OR account_id = $1`,
    [id, minutes],
  )
  if (changed === 0) throw new Error(`There is no recovery ${id}.`)
}

/** Makes every submission of answers older, whoever made it. Throws when there was none. */
export async function ageRecoveryAnswers(ownerUrl: string, hours: number): Promise<void> {
  const changed = await run(
    ownerUrl,
    `UPDATE recovery_counter
        SET recent = array(SELECT at - make_interval(hours => $1::int) FROM unnest(recent) AS at),
            last_at = last_at - make_interval(hours => $1::int)`,
    [hours],
  )
  if (changed === 0) throw new Error('Nobody has submitted answers.')
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
