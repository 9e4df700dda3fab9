import { I18nProvider } from '@lingui/react'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { BrowserRouter } from 'react-router'
import { Router } from './app/router.tsx'
import { i18n } from './lib/copy/language.ts'

/** Draws the portal into the page. Called once its words and its first page are there. */
export function start(): void {
  const root = document.getElementById('root')
  if (!root) throw new Error('index.html has lost its #root')
  createRoot(root).render(
    <StrictMode>
      <I18nProvider i18n={i18n}>
        <BrowserRouter>
          <Router />
        </BrowserRouter>
      </I18nProvider>
    </StrictMode>,
  )
}
