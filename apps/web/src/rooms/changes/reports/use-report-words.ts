import { changeTypeOf } from '@connect/contract/changes/change-types'
import type { ReportKind } from '@connect/contract/rooms/change-reports'
import { useCopy } from '../../../lib/copy/use-copy.tsx'
import { useLanguage } from '../../../lib/copy/use-language.ts'
import { reportsCopy } from './reports-copy.ts'

/** What reports are called. */
export function useReportWords() {
  const translate = useCopy(reportsCopy)
  const language = useLanguage()
  const change = (typeId: string) => changeTypeOf(typeId)?.label[language] ?? translate('reports.change')
  return {
    change,
    /** What a report tells, in a line; labels have commas of their own. */
    title(kind: ReportKind, typeIds: readonly string[] | null): string {
      if (typeIds === null) return translate('reports.unreadable')
      if (kind === 'documents') return translate('reports.documents')
      if (typeIds.length === 0) return translate('reports.nothing_yet')
      return [...new Set(typeIds)].map(change).join(' · ')
    },
  }
}
