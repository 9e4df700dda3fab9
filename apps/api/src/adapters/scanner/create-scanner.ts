import { createClamd } from './clamd.ts'
import { ScannerFaultError, type Scanner } from './scanner.ts'

/** `unset` is a scanner that nobody has named yet: files wait for it. */
type ScannerSettings =
  { readonly kind: 'none' | 'unset' } | { readonly kind: 'clamd'; readonly socket: string }

/** What looks for harmful files, as the settings want it. Nothing is opened before the first file. */
export function createScanner(settings: ScannerSettings): Scanner {
  switch (settings.kind) {
    case 'clamd':
      return createClamd({ socket: settings.socket })
    case 'none':
      return { scan: () => Promise.resolve('not_scanned') }
    case 'unset':
      return {
        scan: () => Promise.reject(new ScannerFaultError('SCANNER is not set: files stay unchecked')),
      }
  }
}
