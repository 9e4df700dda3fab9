import type { ReactNode } from 'react'
import { useCopy } from '../lib/copy/use-copy.tsx'
import { Footer } from './footer.tsx'
import { Header } from './header.tsx'
import { OfflineNotice } from './offline-notice.tsx'

/** What every page shares. Each page brings its own `page` container, so that some may use the whole width. */
export function Layout({ children }: { readonly children: ReactNode }) {
  const translate = useCopy()
  return (
    <>
      <a className="skip-link" href="#main">
        {translate('skip_to_content')}
      </a>
      <Header />
      <main id="main" className="main" tabIndex={-1}>
        {children}
      </main>
      <Footer />
      <OfflineNotice />
    </>
  )
}
