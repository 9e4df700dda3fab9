import { useLayoutEffect, useRef, useState } from 'react'
import { dueOnOfDraft, visibleFields } from '@connect/contract/changes/change-details'
import type { ChangeType } from '@connect/contract/changes/change-type'
import type { DraftChange } from '@connect/contract/changes/draft-change'
import type { RequestIssue } from '@connect/contract/shared/issues'
import { reportLimits } from '@connect/contract/rooms/report-limits'
import { useCopy } from '../../../lib/copy/use-copy.tsx'
import { useLanguage } from '../../../lib/copy/use-language.ts'
import { useFormErrors } from '../../../lib/form-errors.tsx'
import { useNavigate, usePlace } from '../../../lib/navigation/navigation.tsx'
import { draftPaths } from '../../../lib/paths.ts'
import { Button } from '../../../ui/button.tsx'
import { RequiredNote } from '../../../ui/field.tsx'
import { DueDate } from '../due-date.tsx'
import { flowCopy } from '../flow-copy.ts'
import { withAnswer, withDay } from '../questions/answering.ts'
import { DateField } from '../questions/date-field.tsx'
import { Question } from '../questions/question.tsx'
import { useFieldLabels } from '../questions/use-field-labels.ts'
import { useUnfinishedWords } from '../questions/use-unfinished-words.ts'
import { todayInConnecticut } from '../today.ts'
import {
  broughtUpToDate,
  isBlank,
  isUpToDate,
  newChange,
  placeForAnother,
  withChange,
} from '../draft/change-list.ts'
import type { DraftOnPage } from './draft-page.tsx'
import { FormNews } from './form-news.tsx'
import { NewQuestions } from './new-questions.tsx'
import { isAboutProof, issuesOfChange, issuesToShow } from './review.ts'
import { RemoveChange, type Removal } from './remove-change.tsx'
import { StepFrame } from './step-frame.tsx'
import { afterChange, beforeChange, isFromReview } from './steps.ts'
import { takeOut } from './taking-out.ts'
import { useLeftDates } from './use-left-dates.ts'

interface ChangeFormProps {
  readonly draft: DraftOnPage
  /** Of the change in its report, from 1. */
  readonly number: number
  readonly type: ChangeType
  readonly change: DraftChange
}

/** The questions of one change: its day, and what its kind asks, as far as other answers call for it. */
export function ChangeForm({ draft, number, type, change }: ChangeFormProps) {
  const translate = useCopy(flowCopy)
  const language = useLanguage()
  const navigate = useNavigate()
  const fromReview = isFromReview(usePlace().state)
  const { keeper, kept, facts } = draft
  const { id } = kept.report
  const index = number - 1
  const fields = visibleFields(type, change.details ?? {})
  const findIssues = () => issuesOfChange(change, facts).filter((issue) => !isAboutProof(issue))
  // Whoever comes from the review comes to mend what it told of.
  const [issues, setIssues] = useState<readonly RequestIssue[]>(() => (fromReview ? findIssues() : []))
  const [attempt, setAttempt] = useState(0)
  const unfinishedWords = useUnfinishedWords(type, change)
  const labels = useFieldLabels(type, fields)
  const found = useFormErrors(
    issuesToShow(draft, index, issues).filter((issue) => !isAboutProof(issue)),
    labels,
    unfinishedWords,
  )
  const dates = useLeftDates(findIssues, labels, unfinishedWords)
  const errorOf = (name: string) => found.errorOf(name) ?? dates.errorOf(name)
  const due = dueOnOfDraft(change, todayInConnecticut())
  const update = (work: (before: DraftChange) => DraftChange) => {
    keeper.update(withChange(index, work))
  }
  /** Whether this change may be left for the next page; what is new in its form has been seen then. */
  const isDone = () => {
    const inTheWay = findIssues()
    setIssues(inTheWay)
    setAttempt(attempt + 1)
    if (inTheWay.length > 0) return false
    if (!isUpToDate(change, type)) update((before) => broughtUpToDate(before, type))
    return true
  }
  const goOn = () => {
    if (!isDone()) return
    navigate(fromReview ? draftPaths.check(id) : afterChange(id, number, kept.changes.length))
  }
  const addAnother = () => {
    if (!isDone()) return
    const place = placeForAnother(kept.changes, type)
    keeper.update((changes) => changes.toSpliced(place, 0, newChange(type)))
    navigate(draftPaths.change(id, place + 1))
  }
  const [removal, setRemoval] = useState<Removal>()
  const leaving = useRef<() => void>(undefined)
  useLayoutEffect(() => () => leaving.current?.(), [])
  const remove = () => {
    // It goes with this page: there would be no change for it to show.
    leaving.current = () => {
      takeOut(draft, index)
    }
    navigate(fromReview ? draftPaths.check(id) : draftPaths.what(id))
  }
  const several = kept.changes.length > 1
  return (
    <StepFrame
      draft={draft}
      step={number}
      back={fromReview ? draftPaths.check(id) : beforeChange(id, number)}
      heading={type.label[language]}
      kicker={several ? translate('changes.of', { number, of: kept.changes.length }) : undefined}
      errors={found.summary}
      attempt={attempt}
      introduction={
        <>
          {type.hint && <p>{type.hint[language]}</p>}
          <FormNews type={type} news={kept.report.formNews.find((news) => news.change === index)} />
        </>
      }
      onSubmit={goOn}
    >
      <RequiredNote />
      <DateField
        name="changedOn"
        label={type.date.label[language]}
        hint={type.date.hint?.[language]}
        error={errorOf('changedOn')}
        required
        value={change.changedOn}
        unfinished={change.unfinished?.['changedOn']}
        onChange={(on, text) => {
          dates.enter('changedOn')
          update((before) => withDay(before, on, text))
        }}
        onLeave={() => {
          dates.leave('changedOn')
        }}
      >
        <p className="due" role="status">
          {due !== undefined && <DueDate on={due} />}
        </p>
      </DateField>
      {fields.map((field) => (
        <Question
          key={field.id}
          field={field}
          change={change}
          members={facts.members}
          errorOf={errorOf}
          answer={(name, value, unfinished) => {
            dates.enter(`details.${name}`)
            update((before) => withAnswer(before, name, value, unfinished))
          }}
          onLeaveDate={dates.leave}
        />
      ))}
      <p role="status" className="visually-hidden">
        {dates.news}
      </p>
      <NewQuestions asked={fields.map((field) => ({ id: field.id, label: field.label[language] }))} />
      <div className="add-another">
        {kept.changes.length < reportLimits.changes && (
          <Button variant="quiet" onClick={addAnother}>
            {translate('changes.another', { change: type.label[language] })}
          </Button>
        )}
        <Button
          variant="quiet"
          onClick={() => {
            if (isBlank(change)) remove()
            else setRemoval({ change: type.label[language], count: 1, remove })
          }}
        >
          {translate('changes.take_out')}
        </Button>
      </div>
      <RemoveChange
        removal={removal}
        onClose={() => {
          setRemoval(undefined)
        }}
      />
    </StepFrame>
  )
}
