import { answersInWords } from '@connect/contract/changes/answer-words'
import { dueOnOfDraft, visibleFields } from '@connect/contract/changes/change-details'
import { changeTypeOf } from '@connect/contract/changes/change-types'
import type { DraftChange } from '@connect/contract/changes/draft-change'
import type { RequestIssue } from '@connect/contract/shared/issues'
import { useCopy } from '../../../lib/copy/use-copy.tsx'
import { useLanguage } from '../../../lib/copy/use-language.ts'
import { dateInWords } from '../../../lib/dates.ts'
import { Link } from '../../../lib/navigation/link.tsx'
import { draftPaths } from '../../../lib/paths.ts'
import { useIssueWords } from '../../../lib/problem-words.ts'
import { Button } from '../../../ui/button.tsx'
import { Answer, AnswerList } from '../../../wizard/answer-list.tsx'
import { DueDate } from '../due-date.tsx'
import { flowCopy } from '../flow-copy.ts'
import { memberNameOf } from '../member-name.ts'
import { todayInConnecticut } from '../today.ts'
import { CheckedProof } from './checked-proof.tsx'
import type { DraftOnPage } from './draft-page.tsx'
import { FormNews } from './form-news.tsx'
import { isAboutProof, whereToMend } from './review.ts'
import type { StepState } from './steps.ts'

interface CheckedChangeProps {
  readonly draft: DraftOnPage
  /** Of the change in its report, from 1. */
  readonly number: number
  readonly change: DraftChange
  /** What it is called, told from others of its kind. */
  readonly name: string
  readonly issues: readonly RequestIssue[]
  readonly onRemove: () => void
}

/** One change as it will be sent: its day, its answers, its proofs, and what is missing. */
export function CheckedChange({ draft, number, change, name, issues, onRemove }: CheckedChangeProps) {
  const translate = useCopy(flowCopy)
  const language = useLanguage()
  const issueWords = useIssueWords()
  const { kept, facts } = draft
  const { id } = kept.report
  const { typeId, changedOn, details = {} } = change
  const type = changeTypeOf(typeId)
  const due = dueOnOfDraft(change, todayInConnecticut())
  const path = draftPaths.change(id, number)
  // What a hidden question holds is kept in the draft and not sent.
  const asked = type ? visibleFields(type, details).map((field) => field.id) : []
  const shown = Object.fromEntries(Object.entries(details).filter(([field]) => asked.includes(field)))
  const back: StepState = { fromReview: true }
  return (
    <section className="change-checked" aria-labelledby={`change-${String(number)}`}>
      <h2 id={`change-${String(number)}`}>{name}</h2>
      {type && (
        <FormNews type={type} news={kept.report.formNews.find((news) => news.change === number - 1)} />
      )}
      {issues.length > 0 && (
        <p className="kept-trouble">
          {translate('changes.check.missing', { count: issues.length })}{' '}
          <Link to={whereToMend(id, number - 1, issues)} state={back}>
            {translate('changes.check.mend')}
            <span className="visually-hidden">: {name}</span>
          </Link>
        </p>
      )}
      {/* On the page of the proofs nothing says it of a file that is gone. */}
      {[...new Set(issues.filter(isAboutProof).map(issueWords))].map((words) => (
        <p key={words} className="kept-trouble">
          {words}
        </p>
      ))}
      {due !== undefined && (
        <p className="due">
          <DueDate on={due} />
        </p>
      )}
      <AnswerList>
        {type && changedOn !== undefined && (
          <Answer label={type.date.label[language]} path={path}>
            {dateInWords(changedOn, language)}
          </Answer>
        )}
        {answersInWords({ typeId, details: shown }, { language, memberName: memberNameOf(facts) }).map(
          ({ id: field, question, answer }) => (
            <Answer key={field} label={question} path={path}>
              <span className="in-lines">{answer}</span>
            </Answer>
          ),
        )}
        <CheckedProof draft={draft} index={number - 1} change={change} />
      </AnswerList>
      <Button variant="quiet" onClick={onRemove}>
        {translate('changes.take_out')}
        <span className="visually-hidden">: {name}</span>
      </Button>
    </section>
  )
}
