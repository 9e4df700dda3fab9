import { useState } from 'react'
import { useCopy } from '../../../lib/copy/use-copy.tsx'
import { useFormErrors } from '../../../lib/form-errors.tsx'
import { createKeyedSend } from '../../../lib/keyed-send.ts'
import { useNavigate } from '../../../lib/navigation/navigation.tsx'
import type { OwnCase } from '../../../lib/own-cases.ts'
import { FailureAlert } from '../../../lib/own-pages/failure-alert.tsx'
import { draftPaths } from '../../../lib/paths.ts'
import { useSend } from '../../../lib/use-send.ts'
import { RadioGroup } from '../../../ui/choices.tsx'
import { SentForm } from '../../../ui/sent-form.tsx'
import { createDraft } from '../draft/change-reports.queries.ts'
import { flowCopy } from '../flow-copy.ts'

interface StartFormProps {
  readonly cases: readonly OwnCase[]
  readonly hasDrafts: boolean
}

/** A press after an answer that got lost makes no second draft. */
const beginDraft = createKeyedSend({ post: createDraft })

/** Begins a new report, about the one case or about one of several. */
export function StartForm({ cases, hasDrafts }: StartFormProps) {
  const translate = useCopy(flowCopy)
  const navigate = useNavigate()
  const [caseId, setCaseId] = useState(cases.length === 1 ? (cases[0]?.id ?? '') : '')
  const sending = useSend({
    check: () => (caseId === '' ? [{ pointer: '/caseId', code: 'field.required' }] : []),
    send: async () => {
      const answer = await beginDraft({ caseId })
      if (answer.refusal) return answer.refusal
      navigate(draftPaths.what(answer.data.report.id))
      return undefined
    },
  })
  const { errorOf, summary } = useFormErrors(
    sending.issues,
    { caseId: translate('changes.start.which_case') },
    () => translate('changes.missing.choice'),
  )
  return (
    <section>
      {hasDrafts && <h2>{translate('changes.start.new')}</h2>}
      <SentForm
        sending={sending}
        errors={summary}
        failure={<FailureAlert failure={sending.failure} />}
        hasRequiredFields={cases.length > 1}
        submitLabel={translate('changes.start.begin')}
        busyLabel={translate('changes.start.beginning')}
      >
        {cases.length > 1 && (
          <RadioGroup
            name="caseId"
            label={translate('changes.start.which_case')}
            error={errorOf('caseId')}
            required
            choices={cases.map(({ id, name }, index) => ({
              value: id,
              label:
                name === undefined
                  ? translate('changes.start.case_number', { number: index + 1 })
                  : translate('changes.start.case_of', { name }),
            }))}
            value={caseId}
            onChange={({ target }) => {
              setCaseId(target.value)
            }}
          />
        )}
        <p>{translate('changes.start.how')}</p>
      </SentForm>
    </section>
  )
}
