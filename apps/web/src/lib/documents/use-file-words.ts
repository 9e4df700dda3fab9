import type { Refusal } from '../api.ts'
import { useCopy } from '../copy/use-copy.tsx'
import { useLanguage } from '../copy/use-language.ts'
import { fileSizeInWords } from '../file-size.ts'
import { useIssueWords, useProblemWords } from '../problem-words.ts'
import type { StoredDocument } from './document-place.ts'
import { documentsCopy } from './documents-copy.ts'

/** What is said of files. */
export function useFileWords() {
  const translate = useCopy(documentsCopy)
  const language = useLanguage()
  const problemWords = useProblemWords()
  const issueWords = useIssueWords()
  return {
    /** How large it is: “1.4 MB · 3 pages”. */
    measure({ bytes, pages }: Pick<StoredDocument, 'bytes' | 'pages'>): string {
      const size = fileSizeInWords(bytes, language)
      return pages === null ? size : `${size} · ${translate('documents.pages', { pages })}`
    },
    /** Where it stands, and what to do about it. */
    state({ state, reason }: Pick<StoredDocument, 'state' | 'reason'>): string {
      return state === 'refused'
        ? translate(`documents.reason.${reason ?? 'not_readable'}`)
        : translate(`documents.state.${state}`)
    },
    /** Why it did not arrive. */
    failure(refusal: Refusal): string {
      const { code, status, params, errors = [] } = refusal
      if (status === 401) return translate('documents.failed.signed_out')
      if (status === 0) return translate('documents.failed.unreachable')
      if (status === 413) return translate('documents.issue.too_large')
      const [first] = errors
      return first ? issueWords(first) : problemWords({ code, params })
    },
  }
}
