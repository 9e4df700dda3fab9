import { useCallback } from 'react'
import type { CaseNotice, CaseNotices } from '@connect/contract/rooms/cases'
import { useCopy } from '../../../lib/copy/use-copy.tsx'
import { useLanguage } from '../../../lib/copy/use-language.ts'
import { dateInWords } from '../../../lib/dates.ts'
import { fileSizeInWords } from '../../../lib/file-size.ts'
import { Link } from '../../../lib/navigation/link.tsx'
import { PagedList } from '../../../lib/own-pages/paged-list.tsx'
import { casePaths } from '../../../lib/paths.ts'
import { casesCopy } from '../cases-copy.ts'
import { fetchNotices } from '../cases.queries.ts'
import { LetterTitle } from '../letter-title.tsx'
import { CaseFrame } from '../view/case-frame.tsx'
import { CaseLoaded } from '../view/case-loaded.tsx'

/** The letters of a case, newest first; those that nobody here has opened are marked. */
export function LettersPage() {
  const translate = useCopy(casesCopy)
  return (
    <CaseFrame heading={translate('cases.letters.heading')} part="letters">
      {(caseId) => (
        <CaseLoaded caseId={caseId} fetch={fetchNotices}>
          {(first) => <Letters caseId={caseId} first={first} />}
        </CaseLoaded>
      )}
    </CaseFrame>
  )
}

function Letters({ caseId, first }: { readonly caseId: string; readonly first: CaseNotices }) {
  const translate = useCopy(casesCopy)
  const fetchPage = useCallback((cursor: string) => fetchNotices(caseId, { cursor }), [caseId])
  if (first.items.length === 0) return <p>{translate('cases.letters.empty')}</p>
  return (
    <>
      <p>{translate('cases.letters.unread', { count: first.unread })}</p>
      <PagedList first={first} fetchPage={fetchPage}>
        {(notice) => <Letter caseId={caseId} notice={notice} />}
      </PagedList>
      <p>{translate('cases.letters.by_mail')}</p>
    </>
  )
}

function Letter({ caseId, notice }: { readonly caseId: string; readonly notice: CaseNotice }) {
  const translate = useCopy(casesCopy)
  const language = useLanguage()
  const { id, title, issuedOn, mediaType, bytes, asksForDocuments, readAt } = notice
  return (
    <>
      <p className="entry-title">
        {readAt === null && <span className="case-mark case-mark-new">{translate('cases.letters.new')}</span>}{' '}
        <Link className="letter-link" to={casePaths.letter(caseId, id)}>
          <LetterTitle title={title} />
        </Link>
      </p>
      {asksForDocuments && <p>{translate('cases.letters.asks')}</p>}
      <p className="entry-note">
        <time dateTime={issuedOn}>{dateInWords(issuedOn, language)}</time>
        {mediaType === 'application/pdf' &&
          ` · ${translate('cases.letter.pdf', { size: fileSizeInWords(bytes, language) })}`}
      </p>
    </>
  )
}
