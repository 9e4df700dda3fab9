import { I18nProvider } from '@lingui/react'
import { StrictMode } from 'react'
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
  createRoot(root).render(
    <StrictMode>
      <I18nProvider i18n={i18n}>
        <NavigationProvider>
          <Router />
        </NavigationProvider>
      </I18nProvider>
    </StrictMode>,
  )
}
