import { useState } from 'react'
import type { CaseNotice } from '@connect/contract/rooms/cases'
import { useCopy } from '../../../lib/copy/use-copy.tsx'
import { useLanguage } from '../../../lib/copy/use-language.ts'
import { fileSizeInWords } from '../../../lib/file-size.ts'
import { ActionButton } from '../../../lib/own-pages/action-button.tsx'
import { saveFile } from '../../../lib/save-file.ts'
import { useSend } from '../../../lib/use-send.ts'
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
  const [isSaved, setIsSaved] = useState(false)
  const fileName = `${translate('cases.letter.file')}-${issuedOn}.pdf`
  const sending = useSend({
    send: async () => {
      setIsSaved(false)
      const answer = await fetchNoticeContent(caseId, id)
      if (answer.refusal) return answer.refusal
      saveFile(answer.data, fileName)
      setIsSaved(true)
      return undefined
    },
    stays: true,
  })
  return (
    <>
      <p>{translate('cases.letter.is_pdf')}</p>
      <ActionButton
        sending={sending}
        variant="primary"
        icon="document"
        busyLabel={translate('cases.letter.working')}
      >
        {translate('cases.letter.download', { size: fileSizeInWords(bytes, language) })}
      </ActionButton>
      <div role="status">{isSaved && <p>{translate('cases.letter.saved', { fileName })}</p>}</div>
    </>
  )
}
