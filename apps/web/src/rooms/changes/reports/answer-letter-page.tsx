import { useCallback } from 'react'
import { useCopy } from '../../../lib/copy/use-copy.tsx'
import { useParams } from '../../../lib/navigation/navigation.tsx'
import { OwnPage } from '../../../lib/own-pages/own-page.tsx'
import { casePaths } from '../../../lib/paths.ts'
import { ProofForm } from './proof-form.tsx'
import { reportsCopy } from './reports-copy.ts'
import { sendDocuments, type Proof } from './reports.queries.ts'
import './reports.css'

/** Sends what one letter asks for. */
export function AnswerLetterPage() {
  const translate = useCopy(reportsCopy)
  const { id: caseId = '', noticeId = '' } = useParams()
  const post = useCallback(
    (proof: Proof, key: string) => sendDocuments({ ...proof, caseId, noticeId }, key),
    [caseId, noticeId],
  )
  const letter = casePaths.letter(caseId, noticeId)
  return (
    <OwnPage
      heading={translate('reports.letter.heading')}
      back={{ to: letter, words: translate('reports.letter.back') }}
      lines={['client-information', 'tty']}
    >
      {() => (
        <>
          <p>{translate('reports.letter.intro')}</p>
          <ProofForm
            key={noticeId}
            name={`letter.${noticeId}`}
            kind="requested"
            filesLabel={translate('reports.proof.files')}
            messageLabel={translate('reports.proof.message')}
            mayBeWordsAlone={false}
            post={post}
            cancelTo={letter}
          />
        </>
      )}
    </OwnPage>
  )
}
