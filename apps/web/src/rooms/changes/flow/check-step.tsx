import { useState } from 'react'
import { useCopy } from '../../../lib/copy/use-copy.tsx'
import { Link, Navigate } from '../../../lib/navigation/link.tsx'
import { useNavigate, usePlace } from '../../../lib/navigation/navigation.tsx'
import { draftPaths } from '../../../lib/paths.ts'
import { Alert } from '../../../ui/alert.tsx'
import { FocusBox } from '../../../ui/focus-box.tsx'
import { flowCopy } from '../flow-copy.ts'
import { isBlank } from '../draft/change-list.ts'
import { memberNameOf } from '../member-name.ts'
import { useChangeName } from '../use-change-names.ts'
import { CheckedChange } from './checked-change.tsx'
import { CorrectionNote } from './correction-note.tsx'
import type { StepProps } from './draft-page.tsx'
import { RemoveChange, type Removal } from './remove-change.tsx'
import { issuesOfChanges, issuesToShow, whereToMend } from './review.ts'
import { StepFrame } from './step-frame.tsx'
import type { StepState } from './steps.ts'
import { takeOut } from './taking-out.ts'

/** What the last step hands back when the service found something that has to be mended. */
export interface CheckState {
  readonly isRefused: true
}

/** Every answer once more, each with the way to change it. */
export function CheckStep({ draft }: StepProps) {
  const translate = useCopy(flowCopy)
  const navigate = useNavigate()
  const nameOf = useChangeName()
  const { state } = usePlace()
  const [wasRefused] = useState(() => typeof state === 'object' && state !== null && 'isRefused' in state)
  const [attempt, setAttempt] = useState<object>()
  const [removal, setRemoval] = useState<Removal>()
  const [removed, setRemoved] = useState<{ readonly change: string }>()
  const { changes, report } = draft.kept
  const { id } = report
  if (changes.length === 0) return <Navigate to={draftPaths.what(id)} replace />
  const issues = issuesOfChanges(draft)
  const shown = issues.map((found, index) => issuesToShow(draft, index, found))
  const isWhole = issues.every((found) => found.length === 0)
  const goOn = () => {
    if (isWhole) navigate(draftPaths.sign(id))
    else setAttempt({})
  }
  const back: StepState = { fromReview: true }
  const names = changes.map((_, index) => nameOf(changes, index, memberNameOf(draft.facts)))
  const askToRemove = (index: number) => {
    const change = names[index] ?? ''
    const remove = () => {
      takeOut(draft, index)
      setRemoved({ change })
    }
    const asked = changes[index]
    if (asked && isBlank(asked)) remove()
    else setRemoval({ change, count: 1, remove })
  }
  return (
    <StepFrame
      draft={draft}
      step="check"
      back={draftPaths.documents(id)}
      heading={translate('changes.check.heading')}
      introduction={
        <>
          <p>{translate('changes.check.intro')}</p>
          <CorrectionNote report={report} />
          {wasRefused && (
            <FocusBox on={wasRefused}>
              <Alert kind="error">
                <p>{translate('changes.check.refused')}</p>
              </Alert>
            </FocusBox>
          )}
          <FocusBox on={removed}>
            {removed && (
              <Alert kind="information">
                <p>{translate('changes.removed', removed)}</p>
              </Alert>
            )}
          </FocusBox>
          <FocusBox on={attempt}>
            {attempt !== undefined && !isWhole && (
              <Alert kind="error" title={translate('changes.check.unfinished')}>
                <ul>
                  {changes.map((_, index) => {
                    const found = issues[index] ?? []
                    return (
                      found.length > 0 && (
                        <li key={index}>
                          <Link to={whereToMend(id, index, found)} state={back}>
                            {names[index]}
                          </Link>
                        </li>
                      )
                    )
                  })}
                </ul>
              </Alert>
            )}
          </FocusBox>
        </>
      }
      onSubmit={goOn}
    >
      {changes.map((change, index) => (
        <CheckedChange
          key={index}
          draft={draft}
          number={index + 1}
          change={change}
          name={names[index] ?? ''}
          issues={shown[index] ?? []}
          onRemove={() => {
            askToRemove(index)
          }}
        />
      ))}
      <p>
        <Link to={draftPaths.what(id)}>{translate('changes.check.more')}</Link>
      </p>
      <RemoveChange
        removal={removal}
        onClose={() => {
          setRemoval(undefined)
        }}
      />
    </StepFrame>
  )
}
