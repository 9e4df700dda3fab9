import type { Receipt } from '@connect/contract/rooms/receipts'
import { useCopy } from '../../lib/copy/use-copy.tsx'
import { useLanguage } from '../../lib/copy/use-language.ts'
import { dateInWords, momentInWords } from '../../lib/dates.ts'
import { WayOfArrival } from '../../lib/own-pages/way-of-arrival.tsx'
import { receiptsCopy } from './receipts-copy.ts'

/** Number, time and way: what one needs when one calls. */
export function ReceiptFacts({ receipt }: { readonly receipt: Receipt }) {
  const translate = useCopy(receiptsCopy)
  const language = useLanguage()
  const { confirmationNumber, kind, submittedAt, receivedOn, channel, signedName, corrects } = receipt
  const isEntered = channel !== 'online'
  return (
    <dl className="receipt-facts">
      <dt>{translate('receipts.number')}</dt>
      <dd className="receipt-code">{confirmationNumber}</dd>
      <dt>{translate('receipts.one.what')}</dt>
      <dd>{translate(`receipts.kind.${kind}`)}</dd>
      <dt>{translate('receipts.one.received')}</dt>
      <dd>
        {isEntered ? (
          <time dateTime={receivedOn}>{dateInWords(receivedOn, language)}</time>
        ) : (
          <time dateTime={submittedAt}>{momentInWords(submittedAt, language)}</time>
        )}
      </dd>
      <WayOfArrival channel={channel} />
      {isEntered && (
        <>
          <dt>{translate('receipts.one.written')}</dt>
          <dd>
            <time dateTime={submittedAt}>{momentInWords(submittedAt, language)}</time>
          </dd>
        </>
      )}
      {signedName !== null && (
        <>
          <dt>{translate('receipts.one.signed')}</dt>
          <dd>{signedName}</dd>
        </>
      )}
      {corrects !== null && (
        <>
          <dt>{translate('receipts.one.corrects')}</dt>
          <dd>{translate('receipts.one.corrects.text', { number: corrects })}</dd>
        </>
      )}
    </dl>
  )
}
