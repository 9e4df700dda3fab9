import pg from 'pg'

/**
 * Lets hours pass for what waits in an account: the end of an unopened e-mail link, and the cooling-off of a deletion.
 * Throws when nothing waits, so that a test cannot pass for want of it.
 */
export async function ageAccount(ownerUrl: string, accountId: string, hours: number): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    const values = [accountId, hours]
    const links = await client.query(
      `UPDATE email_confirmation SET expires_at = expires_at - make_interval(secs => $2::float8 * 3600)
        WHERE account_id = $1`,
      values,
    )
    const deletions = await client.query(
      `UPDATE account SET deletion_due_at = deletion_due_at - make_interval(secs => $2::float8 * 3600)
        WHERE id = $1 AND deletion_due_at IS NOT NULL`,
      values,
    )
    if (!links.rowCount && !deletions.rowCount) throw new Error(`Nothing waits in the account ${accountId}.`)
  } finally {
    await client.end()
  }
}
