import { useLingui } from '@lingui/react'
import type { Locale } from '@connect/contract/shared/text'

/** The language in use; a component that asks is drawn again when it changes. */
export function useLanguage(): Locale {
  return useLingui().i18n.locale === 'es' ? 'es' : 'en'
}
