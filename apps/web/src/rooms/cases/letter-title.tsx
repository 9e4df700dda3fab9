import type { CaseNotice } from '@connect/contract/rooms/cases'
import { useLanguage } from '../../lib/copy/use-language.ts'

/** What a letter is called: in the language in use where the agency gave it in that, else in English. */
export function LetterTitle({ title }: { readonly title: CaseNotice['title'] }) {
  const language = useLanguage()
  return title[language] ?? <span lang="en">{title.en}</span>
}
