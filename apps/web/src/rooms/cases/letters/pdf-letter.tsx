import type { CaseNotice } from '@connect/contract/rooms/cases'
import { useCopy } from '../../../lib/copy/use-copy.tsx'
import { useLanguage } from '../../../lib/copy/use-language.ts'
import { fileSizeInWords } from '../../../lib/file-size.ts'
import { SaveButton } from '../../../lib/own-pages/save-button.tsx'
import { casesCopy } from '../cases-copy.ts'
import { fetchNoticeContent } from '../cases.queries.ts'

interface PdfLetterProps {
  readonly caseId: string
  readonly notice: CaseNotice
}

/** The way to a letter that is a file. Its name tells the day alone: others may see the list of downloads. */
export function PdfLetter({ caseId, notice: { id, bytes, issuedOn } }: PdfLetterProps) {
  const translate = useCopy(casesCopy)
  const language = useLanguage()
  const fileName = `${translate('cases.letter.file')}-${issuedOn}.pdf`
  return (
    <>
      <p>{translate('cases.letter.is_pdf')}</p>
      <SaveButton
        fetch={() => fetchNoticeContent(caseId, id)}
        fileName={fileName}
        variant="primary"
        busyLabel={translate('cases.letter.working')}
        saved={translate('cases.letter.saved', { fileName })}
      >
        {translate('cases.letter.download', { size: fileSizeInWords(bytes, language) })}
      </SaveButton>
    </>
  )
}
