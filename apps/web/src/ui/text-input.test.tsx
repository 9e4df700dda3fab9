import { I18nProvider } from '@lingui/react'
import { renderToStaticMarkup } from 'react-dom/server'
import { beforeAll, describe, expect, it } from 'vitest'
import { copyIsReady, i18n } from '../lib/copy/language.ts'
import { sharedCopy } from '../lib/copy/shared-copy.ts'
import { PasswordInput } from './text-input.tsx'

describe('a password field', () => {
  let html: string
  beforeAll(async () => {
    await copyIsReady([sharedCopy], 'en')
    i18n.activate('en')
    html = renderToStaticMarkup(
      <I18nProvider i18n={i18n}>
        <PasswordInput name="password" label="Password" autoComplete="current-password" />
      </I18nProvider>,
    )
  })

  it('hides what is typed until somebody asks to see it', () => {
    expect(html).toMatch(/<input[^>]* type="password"/)
    expect(html).toContain('aria-pressed="false"')
  })

  it('tells password managers what it is for, and leaves what is typed as it is', () => {
    expect(html).toMatch(/<input[^>]* autoComplete="current-password"/i)
    expect(html).toMatch(/<input[^>]* autoCapitalize="none"/i)
    expect(html).not.toMatch(/maxlength/i)
  })
})
