import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { networkInterfaces } from 'node:os'
import path from 'node:path'
import { generate } from 'selfsigned'

/** Renewed before browsers refuse it for its age. */
const validDays = 365

/**
 * A certificate of our own making, for trying the portal from a phone: browsers warn once, then keep cookies and offer
 * the crypto that the security check needs. Kept under the data folder, so that the warning comes once.
 */
export async function localCertificate(dataDir: string): Promise<{ key: string; cert: string }> {
  const file = path.join(dataDir, 'local-certificate.json')
  const kept = await readFile(file, 'utf8').then(
    (text) => JSON.parse(text) as { key: string; cert: string; until: string },
    () => null,
  )
  if (kept !== null && new Date(kept.until) > new Date()) return kept
  const until = new Date(Date.now() + validDays * 24 * 60 * 60 * 1000)
  const addresses = Object.values(networkInterfaces()).flatMap((list) =>
    (list ?? []).map(({ address }) => address),
  )
  const names = [
    { type: 2 as const, value: 'localhost' },
    ...addresses.filter((address) => !address.includes('%')).map((ip) => ({ type: 7 as const, ip })),
  ]
  const made = await generate([{ name: 'commonName', value: 'localhost' }], {
    notAfterDate: until,
    keySize: 2048,
    extensions: [{ name: 'subjectAltName', altNames: names }],
  })
  await mkdir(dataDir, { recursive: true })
  await writeFile(file, JSON.stringify({ key: made.private, cert: made.cert, until: until.toISOString() }), {
    mode: 0o600,
  })
  return { key: made.private, cert: made.cert }
}
