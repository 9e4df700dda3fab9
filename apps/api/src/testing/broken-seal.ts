import pg from 'pg'
import type { TestApp } from './test-app.ts'

/** Changes the last byte of a sealed value, as a fault of a disk could, or somebody who can write to the database. */
export async function breakSeal(
  { database }: TestApp,
  table: string,
  column: string,
  id: string,
): Promise<void> {
  const owner = new pg.Client({ connectionString: database.ownerUrl })
  await owner.connect()
  try {
    const last = `octet_length(${column}) - 1`
    const { rowCount } = await owner.query(
      `UPDATE ${table} SET ${column} = set_byte(${column}, ${last}, get_byte(${column}, ${last}) # 1) WHERE id = $1`,
      [id],
    )
    if (rowCount !== 1) throw new Error(`There is no ${id} in ${table}.`)
  } finally {
    await owner.end()
  }
}

/** What was told of broken seals to whoever looks after the service: each place, in the order in which it was met. */
export function toldPlaces({ lines }: TestApp): string[] {
  return lines.flatMap(({ level, err }) => {
    const told = err as { readonly type?: string; readonly place?: string } | undefined
    return level === 'error' && told?.type === 'SealBrokenError' ? [told.place ?? ''] : []
  })
}
