import pg from 'pg'

/** Lets the leases of imports end, as half a minute without a sign of life does. Throws when nobody holds one. */
export async function endImportLeases(ownerUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    const { rowCount } = await client.query(
      'UPDATE case_import SET lease_until = now() WHERE lease_until > now()',
    )
    if (!rowCount) throw new Error('Nobody holds an import.')
  } finally {
    await client.end()
  }
}

/** Holds up everybody who stores a case until the work is done; tells whether somebody waits. */
export async function whileNoCaseIsStored(
  ownerUrl: string,
  work: (someoneWaits: () => Promise<boolean>) => Promise<void>,
): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    await client.query('BEGIN')
    await client.query('LOCK TABLE benefit_case IN EXCLUSIVE MODE')
    await work(async () => {
      const { rowCount } = await client.query(
        `SELECT FROM pg_locks l JOIN pg_database d ON d.oid = l.database
         WHERE d.datname = current_database() AND l.relation = 'benefit_case'::regclass AND NOT l.granted`,
      )
      return rowCount !== null && rowCount > 0
    })
  } finally {
    // Its transaction ends with it.
    await client.end()
  }
}
