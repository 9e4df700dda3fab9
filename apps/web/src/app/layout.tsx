import { lazy, Suspense, useRef, type MouseEvent, type ReactNode } from 'react'
import { useCopy } from '../lib/copy/use-copy.tsx'
import { useNavigation } from '../lib/navigation/navigation.tsx'
import { paths } from '../lib/paths.ts'
import { SignInAgainContext } from '../lib/sign-in-again.ts'
import { loadSignInAgain } from '../rooms/session/sign-in-again.route.ts'
import { Announcements } from '../ui/announcements.tsx'
import { Footer } from './footer.tsx'
import { Header } from './header.tsx'
import { OfflineNotice } from './offline-notice.tsx'

const SignInAgain = lazy(loadSignInAgain)
const signInAgain = (
  <Suspense>
    <SignInAgain />
  </Suspense>
)

/** What every page shares. Each page brings its own `page` container, so that some may use the whole width. */
export function Layout({ children }: { readonly children: ReactNode }) {
  const translate = useCopy()
  const { place, pending } = useNavigation()
  const main = useRef<HTMLElement>(null)
  // Moves focus and leaves the address alone: a fragment would be a place of its own in the history.
  function skip(event: MouseEvent) {
    event.preventDefault()
    main.current?.focus()
    main.current?.scrollIntoView()
  }
  return (
    <>
      <a className="skip-link" href="#main" onClick={skip}>
        {translate('skip_to_content')}
      </a>
      <Header />
      {/* The home page has a place of its own for them, below its doors. */}
      {place.pathname !== paths.home && <Announcements />}
      <main id="main" className="main" tabIndex={-1} ref={main} aria-busy={pending}>
        <SignInAgainContext value={signInAgain}>{children}</SignInAgainContext>
      </main>
      <Footer />
      <OfflineNotice />
      <div className="page-pending" role="status">
        {pending && <span className="visually-hidden">{translate('loading')}</span>}
      </div>
    </>
  )
}
