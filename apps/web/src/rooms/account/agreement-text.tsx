import type { Agreement } from '@connect/contract/rooms/account'
import { useCopy } from '../../lib/copy/use-copy.tsx'
import { useLanguage } from '../../lib/copy/use-language.ts'
import { dateInWords } from '../../lib/dates.ts'
import { Alert } from '../../ui/alert.tsx'
import { Button } from '../../ui/button.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { accountCopy } from './account-copy.ts'
import './account.css'
import type { AgreementState } from './use-agreement.ts'

interface AgreementTextProps {
  readonly agreement: Agreement
  /** The level of its sections among the page's headings. */
  readonly level: 2 | 3
}

/** The agreement in the language in use, in full. */
export function AgreementText({ agreement, level }: AgreementTextProps) {
  const translate = useCopy(accountCopy)
  const language = useLanguage()
  const { introduction, sections } = agreement.text[language]
  const Heading = `h${level}` as const
  return (
    <div className="agreement-text">
      <p>{introduction}</p>
      {sections.map(({ heading, paragraphs }) => (
        <section key={heading}>
          <Heading>{heading}</Heading>
          {paragraphs.map((paragraph) => (
            <p key={paragraph}>{paragraph}</p>
          ))}
        </section>
      ))}
      <p className="field-hint">
        {translate('account.agreement.version', {
          version: agreement.version,
          date: dateInWords(agreement.effectiveFrom, language),
        })}
      </p>
    </div>
  )
}

interface AgreementPendingProps {
  readonly state: Exclude<AgreementState, { kind: 'ready' }>
  readonly onRetry: () => void
}

/** What stands in place of the agreement until it is there. */
export function AgreementPending({ state, onRetry }: AgreementPendingProps) {
  const translate = useCopy(accountCopy)
  if (state.kind === 'loading') return <Skeleton lines={8} />
  return (
    <Alert kind="error" announce>
      <p>{translate('account.agreement.load_failed')}</p>
      <Button variant="secondary" onClick={onRetry}>
        {translate('try_again')}
      </Button>
    </Alert>
  )
}
