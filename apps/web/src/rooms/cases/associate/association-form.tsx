import { useState, type ReactNode } from 'react'
import type { RequestIssue } from '@connect/contract/shared/issues'
import type { Answer } from '../../../lib/api.ts'
import { sendChecked } from '../../../lib/captcha/checked-send.ts'
import { createSecurityCheck } from '../../../lib/captcha/security-check.ts'
import { SecurityCheckBox } from '../../../lib/captcha/security-check-box.tsx'
import { solveCaptcha } from '../../../lib/captcha/solve-captcha.ts'
import { useDueCheck } from '../../../lib/captcha/use-due-check.ts'
import { useCopy } from '../../../lib/copy/use-copy.tsx'
import { useFormErrors } from '../../../lib/form-errors.tsx'
import { OwnForm } from '../../../lib/own-pages/own-form.tsx'
import { paths } from '../../../lib/paths.ts'
import { useSend } from '../../../lib/use-send.ts'
import { TextInput } from '../../../ui/text-input.tsx'
import { associateCopy } from './associate-copy.ts'
import { NotMatched } from './association-failure.tsx'
import { ClientIdPicture } from './client-id-picture.tsx'
import type { Taken } from './lost-answers.ts'
import { ProofField } from './proof-field.tsx'
import { brokenRules, nothingTyped, requestOf, type AssociationRequest } from './typed-association.ts'
import './associate.css'

/** The security check that is due for everybody while many fail. */
const check = createSecurityCheck('associate', solveCaptcha)

interface AssociationFormProps {
  readonly send: (request: AssociationRequest) => Promise<Answer<Taken>>
  /** Called once it was taken; another page is on its way then. */
  readonly onTaken: (link: Taken) => void
  readonly introduction: ReactNode
  readonly submitLabel: string
  readonly busyLabel: string
}

/** Client ID, birth year, and what shows that they are one's own. Nothing of it is stored in the browser. */
export function AssociationForm({ send, onTaken, introduction, ...words }: AssociationFormProps) {
  const translate = useCopy(associateCopy)
  const [typed, setTyped] = useState(nothingTyped)
  const { isDue, issues, heed } = useDueCheck(check)
  const sending = useSend({
    check: () => [...brokenRules(typed), ...issues()],
    send: async () => {
      const request = requestOf(typed)
      const answer = heed(
        isDue ? await sendChecked(check, (captcha) => send({ ...request, captcha })) : await send(request),
      )
      if (answer.refusal) return answer.refusal
      onTaken(answer.data)
      return undefined
    },
  })
  const labels = {
    clientId: translate('associate.client_id'),
    birthYear: translate('associate.birth_year'),
    ssnLast4: translate('associate.digits'),
    code: translate('associate.code'),
    captcha: translate('associate.check'),
  }
  const { errorOf, summary } = useFormErrors(sending.issues, labels, ownWords)
  const { failure } = sending

  function ownWords({ pointer, code }: RequestIssue): string | undefined {
    if (pointer === '/birthYear' && !code.startsWith('birth_year.'))
      return translate('associate.error.birth_year')
    return pointer === '/captcha' ? translate('associate.error.check') : undefined
  }

  function change(part: Partial<typeof typed>) {
    setTyped((before) => ({ ...before, ...part }))
  }

  return (
    <OwnForm
      {...words}
      sending={sending}
      errors={summary}
      failureWords={
        failure?.code === 'case_link.not_matched' ? (
          <NotMatched failure={failure} proof={typed.proof} />
        ) : undefined
      }
      introduction={
        <>
          {introduction}
          <ClientIdPicture />
        </>
      }
      cancelTo={paths.myAccount}
    >
      <TextInput
        name="clientId"
        label={labels.clientId}
        hint={translate('associate.client_id.hint')}
        error={errorOf('clientId')}
        required
        inputMode="numeric"
        autoComplete="off"
        value={typed.clientId}
        onChange={(event) => {
          change({ clientId: event.target.value })
        }}
      />
      <TextInput
        name="birthYear"
        label={labels.birthYear}
        hint={translate('associate.birth_year.hint')}
        error={errorOf('birthYear')}
        required
        inputMode="numeric"
        autoComplete="bday-year"
        value={typed.birthYear}
        onChange={(event) => {
          change({ birthYear: event.target.value })
        }}
      />
      <ProofField typed={typed} labels={labels} errorOf={errorOf} onChange={change} />
      {isDue && <SecurityCheckBox name="captcha" check={check} error={errorOf('captcha')} />}
    </OwnForm>
  )
}
