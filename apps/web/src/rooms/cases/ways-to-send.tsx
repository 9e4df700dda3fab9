import { useCopy } from '../../lib/copy/use-copy.tsx'
import { useContactLines } from '../../lib/contact/use-contact-lines.ts'
import { Link } from '../../lib/navigation/link.tsx'
import { paths } from '../../lib/paths.ts'
import { casesCopy } from './cases-copy.ts'

/** Where papers go: by mail, or to an office. */
export function WaysToSend() {
  const translate = useCopy(casesCopy)
  const address = useContactLines().items.find(({ id }) => id === 'mail')?.address ?? []
  return (
    <>
      {translate('cases.send')}
      <address className="case-address">
        {address.map((line) => (
          <span key={line}>{line}</span>
        ))}
      </address>
      {translate('cases.send.or')} <Link to={paths.offices}>{translate('cases.send.office')}</Link>
    </>
  )
}
