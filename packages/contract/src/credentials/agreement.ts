import { agreementInEnglish } from './agreement.en.ts'
import { agreementInSpanish } from './agreement.es.ts'
import type { AgreementText } from './agreement-text.ts'
import type { Locale } from '../shared/text.ts'

/**
 * The user acceptance agreement in force. Whoever changes a word that matters gives it a new version: accounts
 * keep the version that their owner accepted, with the time and the language.
 */
export const currentAgreement: {
  readonly version: string
  readonly effectiveFrom: string
  readonly text: Readonly<Record<Locale, AgreementText>>
} = {
  version: '2026-11-01',
  effectiveFrom: '2026-11-01',
  text: { en: agreementInEnglish, es: agreementInSpanish },
}
