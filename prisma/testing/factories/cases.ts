import pg from 'pg'

/** Lets hours pass for tries at associating and for failures of everybody. Throws when nobody has tried. */
export async function ageAssociations(ownerUrl: string, hours: number): Promise<void> {
  await run(ownerUrl, async (client) => {
    const counters = await client.query(
      `UPDATE association_counter
          SET recent = array(SELECT at - make_interval(hours => $1::int) FROM unnest(recent) AS at),
              last_at = last_at - make_interval(hours => $1::int)`,
      [hours],
    )
    if (!counters.rowCount) throw new Error('Nobody has tried to associate anything.')
    // In two steps: a minute may move to where another one was.
    const { rows } = await client.query<{ minute: string; count: number }>(
      `DELETE FROM association_failures
       RETURNING (minute - make_interval(hours => $1::int))::text AS minute, count`,
      [hours],
    )
    for (const { minute, count } of rows)
      await client.query('INSERT INTO association_failures (minute, count) VALUES ($1, $2)', [minute, count])
  })
}

/** Makes so many failures of everybody together in the hour that was so many hours ago. */
export async function addAssociationFailures(
  ownerUrl: string,
  { count, hoursAgo }: { readonly count: number; readonly hoursAgo: number },
): Promise<void> {
  await run(ownerUrl, (client) =>
    client.query(
      `INSERT INTO association_failures (minute, count)
       VALUES (date_trunc('minute', now()) - make_interval(hours => $1::int), $2)
       ON CONFLICT (minute) DO UPDATE SET count = association_failures.count + excluded.count`,
      [hoursAgo, count],
    ),
  )
}

/** As if no account had tried to associate anything and no worker had been asked; counts of client IDs stay. */
export async function forgetAssociations(ownerUrl: string): Promise<void> {
  await run(ownerUrl, async (client) => {
    await client.query(`DELETE FROM association_counter WHERE kind <> 'client'`)
    await client.query('DELETE FROM association_failures')
    await client.query('DELETE FROM case_review')
  })
}

/** Closes the case data of an account, as a recovery of its password does. Throws when there is no such account. */
export async function holdCases(ownerUrl: string, accountId: string): Promise<void> {
  await run(ownerUrl, async (client) => {
    const { rowCount } = await client.query('UPDATE account SET case_held_since = now() WHERE id = $1', [
      accountId,
    ])
    if (!rowCount) throw new Error(`There is no account ${accountId}.`)
  })
}

/** Makes the one-time codes of a case older. Throws when it has none. */
export async function ageAssociationCodes(ownerUrl: string, caseId: string, days: number): Promise<void> {
  await run(ownerUrl, async (client) => {
    const { rowCount } = await client.query(
      `UPDATE association_code SET expires_at = expires_at - make_interval(hours => $2::int * 24) WHERE case_id = $1`,
      [caseId, days],
    )
    if (!rowCount) throw new Error(`The case ${caseId} has no code.`)
  })
}

async function run(ownerUrl: string, work: (client: pg.Client) => Promise<unknown>): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    await client.query('BEGIN')
    await work(client)
    await client.query('COMMIT')
  } finally {
    await client.end()
  }
}
