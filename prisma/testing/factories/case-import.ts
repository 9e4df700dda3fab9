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
