/** The portal of one test run: two servers on one database. */
export interface Portal {
  /** Where the server with the pages listens, and where the second one does. */
  readonly address: string
  readonly secondAddress: string
  /** Holds the database and the keys. */
  readonly dataDir: string
  /** What the two servers wrote. */
  readonly logFiles: readonly string[]
  /** One JSON value a line: what people typed that nobody may find again (see `plant`). */
  readonly plantedFile: string
}

const variable = 'CONNECT_E2E_PORTAL'

/** Tells the processes that run the tests. */
export function publishPortal(portal: Portal): void {
  process.env[variable] = JSON.stringify(portal)
}

/** The portal that the set-up started. */
export function portal(): Portal {
  const published = process.env[variable]
  if (published === undefined) throw new Error('No portal runs: the tests are started by `playwright test`.')
  return JSON.parse(published) as Portal
}
