import { answersInWords } from '@connect/contract/changes/answer-words'
import { changeTypeOf, documentKindOf } from '@connect/contract/changes/change-types'
import type { Case } from '@connect/contract/rooms/cases'
import type { Report, ReportedChange } from '@connect/contract/rooms/change-reports'
import { useCopy } from '../../../lib/copy/use-copy.tsx'
import { useLanguage } from '../../../lib/copy/use-language.ts'
import { dateInWords } from '../../../lib/dates.ts'
import { DocumentList } from '../../../lib/documents/document-list.tsx'
import { memberNameOf } from '../member-name.ts'
import { whichOfKind } from '../which-of-kind.ts'
import { reportsCopy } from './reports-copy.ts'
import { useReportWords } from './use-report-words.ts'

interface ReportChangesProps {
  readonly report: Report
  /** The case that it is about; undefined where it is not one's own any more. */
  readonly facts: Case | undefined
}

/** What was told, change by change, with what was sent for each; and what was sent beside. */
export function ReportChanges({ report, facts }: ReportChangesProps) {
  const translate = useCopy(reportsCopy)
  const { changes, documents } = report
  const ofChanges = new Set(changes.flatMap(({ documentIds }) => documentIds))
  const others = documents.filter(({ id }) => !ofChanges.has(id))
  return (
    <>
      {changes.length > 0 && (
        <section className="report-part">
          <h2>{translate('reports.told')}</h2>
          {changes.map((change, index) => (
            <Change key={index} index={index} change={change} report={report} facts={facts} />
          ))}
        </section>
      )}
      {others.length > 0 && (
        <section className="report-part">
          <h2>{translate(changes.length > 0 ? 'reports.also_sent' : 'reports.documents_sent')}</h2>
          <Documents report={report} ids={others.map(({ id }) => id)} />
        </section>
      )}
    </>
  )
}

interface ChangeProps extends ReportChangesProps {
  readonly index: number
  readonly change: ReportedChange
}

function Change({ index, change, report, facts }: ChangeProps) {
  const translate = useCopy(reportsCopy)
  const language = useLanguage()
  const reportWords = useReportWords()
  const { typeId, changedOn, documentIds } = change
  const memberName = memberNameOf(facts)
  return (
    <article className="report-change">
      <h3>
        {reportWords.change(typeId)}
        {whichOfKind(report.changes, index, memberName)}
      </h3>
      <dl className="report-facts">
        {changedOn !== null && (
          <>
            <dt>{changeTypeOf(typeId)?.date.label[language] ?? translate('reports.changed_on')}</dt>
            <dd>{dateInWords(changedOn, language)}</dd>
          </>
        )}
        <Due change={change} />
        {answersInWords(change, { language, memberName }).map(({ id, question, answer }) => (
          <div key={id} className="report-fact">
            <dt>{question}</dt>
            <dd>{answer}</dd>
          </div>
        ))}
      </dl>
      <Documents report={report} ids={documentIds} />
      <Later change={change} />
    </article>
  )
}

/** By when it had to be reported, and whether it was. */
function Due({ change: { dueOn, daysLeft } }: { readonly change: ReportedChange }) {
  const translate = useCopy(reportsCopy)
  const language = useLanguage()
  if (dueOn === null || daysLeft === null) return null
  return (
    <>
      <dt>{translate('reports.due')}</dt>
      <dd>
        {dateInWords(dueOn, language)}{' '}
        <span className="report-time">
          {daysLeft < 0 ? translate('reports.late', { days: -daysLeft }) : translate('reports.in_time')}
        </span>
      </dd>
    </>
  )
}

function Documents({ report, ids }: { readonly report: Report; readonly ids: readonly string[] }) {
  const language = useLanguage()
  const labelOf = (kind: string) => documentKindOf(kind)?.label[language]
  return <DocumentList ids={ids} documents={report.documents} labelOf={labelOf} />
}

/** What was promised for later. */
function Later({ change: { documentsLater } }: { readonly change: ReportedChange }) {
  const translate = useCopy(reportsCopy)
  const language = useLanguage()
  if (documentsLater.length === 0) return null
  return (
    <>
      <p className="report-later">{translate('reports.later')}</p>
      <ul>
        {documentsLater.map((kind) => (
          <li key={kind}>{documentKindOf(kind)?.label[language] ?? kind}</li>
        ))}
      </ul>
    </>
  )
}
