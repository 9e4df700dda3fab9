import { I18nProvider } from '@lingui/react'
import { StrictMode } from 'react'
import { flushSync } from 'react-dom'
import { createRoot } from 'react-dom/client'
import { Router } from './app/router.tsx'
import { i18n } from './lib/copy/language.ts'
import { NavigationProvider } from './lib/navigation/navigation.tsx'
import { takeOverScrolling } from './lib/navigation/place.ts'

/** Draws the portal into the page. Called once its words and its first page are there. */
export function start(): void {
  const root = document.getElementById('root')
  if (!root) throw new Error('index.html has lost its #root')
  takeOverScrolling()
  const focused = document.activeElement
  const app = (
    <StrictMode>
      <I18nProvider i18n={i18n}>
        <NavigationProvider>
          <Router />
        </NavigationProvider>
      </I18nProvider>
    </StrictMode>
  )
  // At once, and not when there is time: whoever has tabbed to a link of the first paint finds the focus on the same one.
  flushSync(() => {
    createRoot(root).render(app)
  })
  const links = [...root.querySelectorAll('a')]
  links.find(({ href, textContent }) => isLink(focused, href, textContent))?.focus()
}

function isLink(element: Element | null, href: string, text: string | null): boolean {
  return element instanceof HTMLAnchorElement && element.href === href && element.textContent === text
}
