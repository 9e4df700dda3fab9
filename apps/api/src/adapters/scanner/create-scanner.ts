import { createClamd } from './clamd.ts'
import type { Scanner } from './scanner.ts'

type ScannerSettings = { readonly kind: 'none' } | { readonly kind: 'clamd'; readonly socket: string }

/** What looks for harmful files, as the settings want it. Nothing is opened before the first file. */
export function createScanner(settings: ScannerSettings): Scanner {
  if (settings.kind === 'none') return { scan: () => Promise.resolve('not_scanned') }
  return createClamd({ socket: settings.socket })
}
