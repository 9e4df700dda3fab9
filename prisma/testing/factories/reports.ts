import pg from 'pg'

/** Lets seconds pass for a report: its draft ends sooner, and what became of it is longer ago. Throws when there is none. */
export async function ageReport(ownerUrl: string, reportId: string, seconds: number): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    await client.query('BEGIN')
    const { rowCount } = await client.query(
      `UPDATE change_report
          SET created_at = created_at - make_interval(secs => $2), updated_at = updated_at - make_interval(secs => $2),
              expires_at = expires_at - make_interval(secs => $2), submitted_at = submitted_at - make_interval(secs => $2)
        WHERE id = $1`,
      [reportId, seconds],
    )
    if (!rowCount) throw new Error(`There is no report ${reportId}.`)
    await client.query(
      'UPDATE change_report_event SET at = at - make_interval(secs => $2) WHERE report_id = $1',
      [reportId, seconds],
    )
    await client.query('COMMIT')
  } finally {
    await client.end()
  }
}
