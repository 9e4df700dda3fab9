// A process of its own that starts an embedded server, says its addresses as JSON on one line, and then just lives:
// for trying what becomes of the server when its starter ends in this way or that.
import { setInterval } from 'node:timers'
import { startEmbeddedPostgres } from '../embedded.ts'
import { faultLine } from '../fault.ts'

try {
  const { appUrl, ownerUrl } = await startEmbeddedPostgres({ dataDir: process.argv[2] ?? '' })
  console.log(JSON.stringify({ appUrl, ownerUrl }))
  setInterval(() => undefined, 60_000)
} catch (error) {
  console.error(faultLine(error))
  process.exitCode = 1
}
