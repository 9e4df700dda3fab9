import { useCallback } from 'react'
import type { CaseNotice } from '@connect/contract/rooms/cases'
import type { Answer } from '../../../lib/api.ts'
import { useCopy } from '../../../lib/copy/use-copy.tsx'
import { useLanguage } from '../../../lib/copy/use-language.ts'
import { dateInWords } from '../../../lib/dates.ts'
import { useParams } from '../../../lib/navigation/navigation.tsx'
import { LoadedView } from '../../../lib/own-pages/loaded-view.tsx'
import { OwnPage } from '../../../lib/own-pages/own-page.tsx'
import { casePaths } from '../../../lib/paths.ts'
import { Alert } from '../../../ui/alert.tsx'
import { LinkButton } from '../../../ui/button.tsx'
import { casesCopy } from '../cases-copy.ts'
import { fetchNotice, fetchNoticeContent } from '../cases.queries.ts'
import { LetterTitle } from '../letter-title.tsx'
import { insteadOf } from '../view/case-loaded.tsx'
import { WaysToSend } from '../ways-to-send.tsx'
import { PdfLetter } from './pdf-letter.tsx'
import { TextLetter } from './text-letter.tsx'
import '../cases.css'

/** What a letter's page shows; the words of a letter that is text come with it. */
interface OpenedLetter {
  readonly notice: CaseNotice
  readonly text: string | undefined
}

/** One letter: its words where it is text, or the way to its file; and what to do when it asks for something. */
export function LetterPage() {
  const translate = useCopy(casesCopy)
  const { id = '', noticeId = '' } = useParams()
  const fetchLetter = useCallback(() => fetchOpened(id, noticeId), [id, noticeId])
  return (
    <OwnPage
      heading={translate('cases.letter.heading')}
      back={{ to: casePaths.letters(id), words: translate('cases.letter.back') }}
      lines={['client-information', 'tty']}
    >
      {() => (
        <LoadedView key={noticeId} fetch={fetchLetter} instead={(code) => insteadOf(code, id)}>
          {(letter) => <Letter caseId={id} {...letter} />}
        </LoadedView>
      )}
    </OwnPage>
  )
}

async function fetchOpened(id: string, noticeId: string): Promise<Answer<OpenedLetter>> {
  const answer = await fetchNotice(id, noticeId)
  if (answer.refusal) return answer
  const notice = answer.data
  if (notice.mediaType !== 'text/plain') return { data: { notice, text: undefined } }
  const content = await fetchNoticeContent(id, noticeId)
  return content.refusal ? content : { data: { notice, text: await content.data.text() } }
}

function Letter({ caseId, notice, text }: OpenedLetter & { readonly caseId: string }) {
  const translate = useCopy(casesCopy)
  const language = useLanguage()
  return (
    <>
      <h2>
        <LetterTitle title={notice.title} />
      </h2>
      <p className="entry-note">
        {translate('cases.letter.date', { date: dateInWords(notice.issuedOn, language) })}
      </p>
      {notice.asksForDocuments && (
        <Alert kind="warning" title={translate('cases.letter.asks.heading')}>
          <p>{translate('cases.letter.asks.text')}</p>
          <p className="screen-only">
            <LinkButton to={casePaths.answerLetter(caseId, notice.id)} icon="document">
              {translate('cases.letter.asks.send')}
            </LinkButton>
          </p>
          <div>
            {translate('cases.letter.asks.paper')} <WaysToSend />
          </div>
        </Alert>
      )}
      {text === undefined ? <PdfLetter caseId={caseId} notice={notice} /> : <TextLetter text={text} />}
    </>
  )
}
