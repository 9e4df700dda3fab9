import { changeTypeOf, documentKindOf } from '@connect/contract/changes/change-types'
import type { Receipt } from '@connect/contract/rooms/receipts'
import { useCopy } from '../../lib/copy/use-copy.tsx'
import { useLanguage } from '../../lib/copy/use-language.ts'
import { dateInWords } from '../../lib/dates.ts'
import { fileSizeInWords } from '../../lib/file-size.ts'
import { receiptsCopy } from './receipts-copy.ts'

/** What was sent: each change with its own due date, each file with what tells it from any other, and the message. */
export function ReceiptParts({ receipt }: { readonly receipt: Receipt }) {
  const translate = useCopy(receiptsCopy)
  const { changes, documents, message, channel } = receipt
  return (
    <>
      {changes.length > 0 && (
        <section className="receipt-part">
          <h2>{translate('receipts.one.changes')}</h2>
          <ul>
            {changes.map((change, index) => (
              <Change key={index} change={change} />
            ))}
          </ul>
        </section>
      )}
      <section className="receipt-part">
        <h2>{translate('receipts.one.documents')}</h2>
        {documents.length === 0 ? (
          <p>{translate('receipts.one.no_documents')}</p>
        ) : (
          <ul>
            {documents.map((document) => (
              <File key={document.id} document={document} />
            ))}
          </ul>
        )}
      </section>
      {message !== null && (
        <section className="receipt-part">
          <h2>{translate(channel === 'online' ? 'receipts.one.message' : 'receipts.one.note')}</h2>
          <p className="receipt-message">{message}</p>
        </section>
      )}
    </>
  )
}

function useKindName(): (id: string) => string {
  const language = useLanguage()
  return (id) => documentKindOf(id)?.label[language] ?? id
}

function Change({ change }: { readonly change: Receipt['changes'][number] }) {
  const translate = useCopy(receiptsCopy)
  const language = useLanguage()
  const kindName = useKindName()
  const { typeId, changedOn, dueOn, inTime, documentsLater } = change
  const due = { date: dateInWords(dueOn, language) }
  return (
    <li>
      <strong>{changeTypeOf(typeId)?.label[language] ?? translate('receipts.one.unknown_kind')}</strong>
      <br />
      {translate('receipts.one.happened', { date: dateInWords(changedOn, language) })}{' '}
      {translate(inTime ? 'receipts.one.in_time' : 'receipts.one.late', due)}
      {documentsLater.length > 0 && (
        <> {translate('receipts.one.later', { names: documentsLater.map(kindName).join(', ') })}</>
      )}
    </li>
  )
}

function File({ document }: { readonly document: Receipt['documents'][number] }) {
  const translate = useCopy(receiptsCopy)
  const language = useLanguage()
  const kindName = useKindName()
  const { kind, fileName, bytes, pages, sha256 } = document
  const size = fileSizeInWords(bytes, language)
  return (
    <li>
      <strong>{kindName(kind)}</strong>
      <br />
      <span className="receipt-file">{fileName}</span> (
      {pages === null ? size : `${translate('receipts.one.pages', { count: pages })}, ${size}`})
      <br />
      {translate('receipts.one.fingerprint')} <code className="receipt-hash">{sha256}</code>
    </li>
  )
}
