import { useCallback, useState } from 'react'
import { useCopy } from '../../../lib/copy/use-copy.tsx'
import { casesOf, fetchOwnCases, type OwnCase } from '../../../lib/own-cases.ts'
import { HeldCase } from '../../../lib/own-pages/held-case.tsx'
import { insteadOfOwn } from '../../../lib/own-pages/instead-of-own.tsx'
import { LoadedView } from '../../../lib/own-pages/loaded-view.tsx'
import { OwnPage } from '../../../lib/own-pages/own-page.tsx'
import { paths } from '../../../lib/paths.ts'
import { Alert } from '../../../ui/alert.tsx'
import { LinkButton } from '../../../ui/button.tsx'
import { RadioGroup } from '../../../ui/choices.tsx'
import { ProofForm } from './proof-form.tsx'
import { reportsCopy } from './reports-copy.ts'
import { sendDocuments, type Proof } from './reports.queries.ts'
import './reports.css'

/** Sends papers that the agency asked for, without any change. */
export function SendProofPage() {
  const translate = useCopy(reportsCopy)
  return (
    <OwnPage
      heading={translate('reports.proof.heading')}
      back="my_account"
      lines={['client-information', 'tty']}
    >
      {() => (
        <LoadedView fetch={fetchOwnCases} instead={insteadOfOwn('reports')}>
          {(links) => <WithCase cases={casesOf(links)} isHeld={links.some(({ held }) => held)} />}
        </LoadedView>
      )}
    </OwnPage>
  )
}

interface WithCaseProps {
  readonly cases: readonly OwnCase[]
  readonly isHeld: boolean
}

function WithCase({ cases, isHeld }: WithCaseProps) {
  const translate = useCopy(reportsCopy)
  const [chosen, setChosen] = useState(cases.length === 1 ? cases[0]?.id : undefined)
  const [isAsked, setIsAsked] = useState(false)
  const post = useCallback(
    (proof: Proof, key: string) => sendDocuments({ ...proof, caseId: chosen ?? '' }, key),
    [chosen],
  )
  if (cases.length === 0) return isHeld ? <HeldCase /> : <NoCase />
  return (
    <>
      <p>{translate('reports.proof.intro')}</p>
      <ProofForm
        name="send-proof"
        kind="requested"
        filesLabel={translate('reports.proof.files')}
        messageLabel={translate('reports.proof.message')}
        mayBeWordsAlone={false}
        alsoCheck={() => {
          setIsAsked(chosen === undefined)
          return chosen === undefined ? [{ pointer: '/caseId', code: 'field.required' }] : []
        }}
        post={post}
        cancelTo={paths.reports}
      >
        {cases.length > 1 && (
          <RadioGroup
            name="caseId"
            label={translate('reports.proof.case')}
            required
            error={isAsked && translate('reports.proof.choose_case')}
            choices={cases.map(({ id, name }) => ({
              value: id,
              label: name ?? translate('reports.proof.nameless_case'),
            }))}
            {...(chosen !== undefined && { value: chosen })}
            onChange={({ target }) => {
              setChosen(target.value)
              setIsAsked(false)
            }}
          />
        )}
      </ProofForm>
    </>
  )
}

function NoCase() {
  const translate = useCopy(reportsCopy)
  return (
    <Alert kind="information" title={translate('reports.no_case.heading')}>
      <p>{translate('reports.no_case.text')}</p>
      <LinkButton to={paths.associateCase} icon="arrow-right">
        {translate('reports.no_case.action')}
      </LinkButton>
    </Alert>
  )
}
