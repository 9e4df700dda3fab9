import { useState } from 'react'
import { statement } from '@connect/contract/changes/statement'
import { agencyActsBy } from '@connect/contract/changes/what-next'
import { submitReportRequest } from '@connect/contract/rooms/change-reports'
import { issuesOf } from '@connect/contract/shared/issues'
import { useCopy } from '../../../lib/copy/use-copy.tsx'
import { useLanguage } from '../../../lib/copy/use-language.ts'
import { dateInWords } from '../../../lib/dates.ts'
import { useMissingFiles } from '../../../lib/documents/files-on-the-way.ts'
import { useFormErrors } from '../../../lib/form-errors.tsx'
import { Link, Navigate } from '../../../lib/navigation/link.tsx'
import { useNavigate } from '../../../lib/navigation/navigation.tsx'
import { FailureAlert } from '../../../lib/own-pages/failure-alert.tsx'
import { draftPaths } from '../../../lib/paths.ts'
import { useSend } from '../../../lib/use-send.ts'
import { Alert } from '../../../ui/alert.tsx'
import { FocusBox } from '../../../ui/focus-box.tsx'
import { TextInput } from '../../../ui/text-input.tsx'
import { submission } from '../draft/submission.ts'
import { closeDraft } from '../draft/open-drafts.ts'
import { flowCopy } from '../flow-copy.ts'
import { todayInConnecticut } from '../today.ts'
import type { CheckState } from './check-step.tsx'
import type { StepProps } from './draft-page.tsx'
import { issuesOfChanges } from './review.ts'
import { StepFrame } from './step-frame.tsx'

/** The last step: what one signs, what happens next, and the button that sends. */
export function SignStep({ draft }: StepProps) {
  const translate = useCopy(flowCopy)
  const language = useLanguage()
  const navigate = useNavigate()
  const [signedName, setSignedName] = useState('')
  const { id } = draft.kept.report
  // Asked once, when the page opens: what comes afterwards is the service's to judge.
  const [isWhole] = useState(
    () => draft.kept.changes.length > 0 && issuesOfChanges(draft).every((found) => found.length === 0),
  )
  const body = { signedName, statementVersion: statement.version }
  const sending = useSend({
    check: () => issuesOf(submitReportRequest, body),
    send: async () => {
      const outcome = await submission.submit(draft.keeper, body)
      if (outcome.kind === 'refused') return outcome.refusal
      if (outcome.kind === 'mend') {
        draft.keeper.mark(outcome.issues)
        const state: CheckState = { isRefused: true }
        navigate(draftPaths.check(id), { state })
        return undefined
      }
      navigate(draftPaths.done(outcome.reportId), { replace: true })
      closeDraft(id)
      return undefined
    },
  })
  const { errorOf, summary } = useFormErrors(
    sending.issues,
    { signedName: translate('changes.sign.name') },
    ({ code }) => (code === 'name.required' ? translate('changes.sign.name.missing') : undefined),
  )
  const { onTheWay, stopped } = useMissingFiles(id)
  const isWithoutFiles = onTheWay + stopped > 0
  const [warned, setWarned] = useState<object>()
  const send = () => {
    // Said once: whoever presses again sends the report without them.
    if (isWithoutFiles && warned === undefined) setWarned({})
    else sending.submit()
  }
  if (!isWhole) return <Navigate to={draftPaths.check(id)} replace />
  const actsBy = dateInWords(agencyActsBy(todayInConnecticut()), language)
  return (
    <StepFrame
      draft={draft}
      step="sign"
      back={draftPaths.check(id)}
      heading={translate('changes.sign.heading')}
      errors={summary}
      attempt={sending.attempt}
      submitLabel={translate('changes.sign.submit')}
      busy={sending.busy}
      busyLabel={translate('changes.sign.submitting')}
      onSubmit={send}
    >
      <FailureAlert failure={sending.failure}>
        {sending.failure?.status === 0 ? <p>{translate('changes.sign.unsure')}</p> : undefined}
      </FailureAlert>
      <FocusBox on={warned}>
        {warned !== undefined && isWithoutFiles && (
          <Alert kind="warning">
            {onTheWay > 0 && <p>{translate('changes.sign.on_the_way', { count: onTheWay })}</p>}
            {stopped > 0 && (
              <p>
                {translate('changes.sign.stopped', { count: stopped })}{' '}
                <Link to={draftPaths.documents(id)}>{translate('changes.sign.stopped.mend')}</Link>
              </p>
            )}
          </Alert>
        )}
      </FocusBox>
      <h2>{translate('changes.next.heading')}</h2>
      <ul>
        <li>{translate('changes.next.receipt')}</li>
        <li>{translate('changes.next.worker', { date: actsBy })}</li>
        <li>{translate('changes.next.told')}</li>
        <li>{translate('changes.next.fixed')}</li>
      </ul>
      <h2>{translate('changes.sign.statement')}</h2>
      <p>{statement.text[language]}</p>
      <TextInput
        name="signedName"
        label={translate('changes.sign.name')}
        hint={translate('changes.sign.name.hint')}
        error={errorOf('signedName')}
        required
        autoComplete="name"
        value={signedName}
        onChange={({ target }) => {
          setSignedName(target.value)
        }}
      />
    </StepFrame>
  )
}
