import pg from 'pg'

/** What an account uploaded counts as of so many minutes ago, as if the time had passed. Throws when it did nothing. */
export async function ageUploads(ownerUrl: string, minutes: number): Promise<void> {
  await asOwner(
    ownerUrl,
    `UPDATE rate_counter SET window_start = window_start - make_interval(mins => $1),
                             expires_at = expires_at - make_interval(mins => $1)
      WHERE "limit" LIKE 'document-bytes%'`,
    minutes,
  )
}

/** Makes every file older by so many minutes. Throws when there is none. */
export async function ageDocuments(ownerUrl: string, minutes: number): Promise<void> {
  await asOwner(
    ownerUrl,
    `UPDATE document SET created_at = created_at - make_interval(mins => $1),
                         named_at = named_at - make_interval(mins => $1)`,
    minutes,
  )
}

async function asOwner(ownerUrl: string, statement: string, minutes: number): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    const { rowCount } = await client.query(statement, [minutes])
    if (!rowCount) throw new Error('There is nothing to make older.')
  } finally {
    await client.end()
  }
}
