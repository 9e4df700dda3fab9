import { changeTypeOf } from '@connect/contract/changes/change-types'
import type { Verification } from '@connect/contract/rooms/receipts'
import { useCopy } from '../../../lib/copy/use-copy.tsx'
import { useLanguage } from '../../../lib/copy/use-language.ts'
import { dateInWords, momentInWords } from '../../../lib/dates.ts'
import { Alert } from '../../../ui/alert.tsx'
import { receiptsCopy } from '../receipts-copy.ts'

interface JudgementProps {
  readonly verification: Verification
  /** The code was shown rather than a file. */
  readonly isOfCode: boolean
}

/** What the service said of a receipt; of a real one also what it proves. */
export function Judgement({ verification: { result, facts }, isOfCode }: JudgementProps) {
  const translate = useCopy(receiptsCopy)
  // Whoever scans a code has a receipt before them: it was not read whole.
  const words = isOfCode && result === 'not_a_receipt' ? 'half_code' : result
  const kind = result === 'genuine' ? 'success' : result === 'not_a_receipt' ? 'information' : 'error'
  return (
    <Alert kind={kind} title={translate(`receipts.verify.${words}.heading`)}>
      <p>{translate(`receipts.verify.${words}.text`)}</p>
      {facts !== null && <Proved facts={facts} />}
    </Alert>
  )
}

function Proved({ facts }: { readonly facts: NonNullable<Verification['facts']> }) {
  const translate = useCopy(receiptsCopy)
  const language = useLanguage()
  const { confirmationNumber, submittedAt, receivedOn, changes, documents } = facts
  return (
    <>
      <dl className="receipt-facts">
        <dt>{translate('receipts.number')}</dt>
        <dd className="receipt-code">{confirmationNumber}</dd>
        <dt>{translate('receipts.verify.given')}</dt>
        <dd>{momentInWords(submittedAt, language)}</dd>
        <dt>{translate('receipts.verify.received_on')}</dt>
        <dd>{dateInWords(receivedOn, language)}</dd>
        {changes.length > 0 && <dt>{translate('receipts.verify.changes')}</dt>}
        {changes.map(({ typeId, dueOn, inTime }, index) => (
          <dd key={index}>
            <strong>{changeTypeOf(typeId)?.label[language] ?? translate('receipts.one.unknown_kind')}</strong>
            {'. '}
            {translate(inTime ? 'receipts.verify.in_time' : 'receipts.verify.late', {
              date: dateInWords(dueOn, language),
            })}
          </dd>
        ))}
        {documents.length > 0 && <dt>{translate('receipts.verify.documents')}</dt>}
        {documents.map(({ sha256 }, index) => (
          <dd key={index}>
            <code className="receipt-hash">{sha256}</code>
          </dd>
        ))}
      </dl>
      <p>{translate('receipts.verify.genuine.compare')}</p>
    </>
  )
}
