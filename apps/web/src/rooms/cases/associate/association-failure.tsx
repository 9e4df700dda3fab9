import { associationCodeDays } from '@connect/contract/rooms/case-feed'
import type { Refusal } from '../../../lib/api.ts'
import { useCopy } from '../../../lib/copy/use-copy.tsx'
import { useLanguage } from '../../../lib/copy/use-language.ts'
import { useContactLines } from '../../../lib/contact/use-contact-lines.ts'
import { LineHours } from '../../../ui/phone-help.tsx'
import { PhoneLink } from '../../../ui/text.tsx'
import { associateCopy } from './associate-copy.ts'
import type { Proof } from './typed-association.ts'

interface NotMatchedProps {
  readonly failure: Refusal
  readonly proof: Proof
}

/**
 * What to look at, how many tries are left, and the ways out. The same for every reason, since the service tells none:
 * a client ID that is locked or another account's too.
 */
export function NotMatched({ failure, proof }: NotMatchedProps) {
  const translate = useCopy(associateCopy)
  const left = Number(failure.params?.['attemptsLeftToday'] ?? 0)
  return (
    <>
      <p>{translate('associate.failed.text')}</p>
      {left > 0 && (
        <>
          <p>
            <strong>{translate('associate.failed.left', { count: left })}</strong>{' '}
            {translate('associate.failed.look')}
          </p>
          <ul>
            <li>{translate('associate.failed.client_id')}</li>
            <li>{translate('associate.failed.birth_year')}</li>
            {proof === 'digits' && <li>{translate('associate.failed.digits')}</li>}
            {proof === 'code' && <li>{translate('associate.failed.code', { days: associationCodeDays })}</li>}
          </ul>
        </>
      )}
      {left <= 0 && (
        <>
          <p>
            <strong>{translate('associate.failed.none')}</strong> {translate('associate.failed.none_then')}
          </p>
          {proof === 'digits' && (
            <>
              <p>{translate('associate.failed.none_in_all')}</p>
              <p>{translate('associate.failed.none_code')}</p>
            </>
          )}
        </>
      )}
      <p>{translate('associate.failed.call')}</p>
      <CaseLine />
    </>
  )
}

/** Who knows about cases, and when somebody answers. */
function CaseLine() {
  const language = useLanguage()
  const line = useContactLines().items.find(({ id }) => id === 'client-information')
  if (line === undefined || line.phone === null) return null
  return (
    <p>
      {line.name[language]}: <PhoneLink number={line.phone} />
      <LineHours line={line} />
    </p>
  )
}
