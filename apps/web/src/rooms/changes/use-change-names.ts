import { changeTypeOf } from '@connect/contract/changes/change-types'
import { useCopy } from '../../lib/copy/use-copy.tsx'
import { useLanguage } from '../../lib/copy/use-language.ts'
import { flowCopy } from './flow-copy.ts'
import { whichOfKind } from './which-of-kind.ts'

/** Names the changes of a report in one breath; each kind once. */
export function useChangeNames(): (changes: readonly { readonly typeId: string }[]) => string {
  const translate = useCopy(flowCopy)
  const language = useLanguage()
  return (changes) => {
    if (changes.length === 0) return translate('changes.nothing_chosen')
    const labels = [...new Set(changes.map(({ typeId }) => typeId))].map(
      (typeId) => changeTypeOf(typeId)?.label[language] ?? translate('changes.unknown_kind'),
    )
    // Labels have commas of their own.
    return labels.join(' · ')
  }
}

/** Names one of the changes of a report, told from others of its kind; `memberName` knows the people of the case. */
export function useChangeName(): (...change: Parameters<typeof whichOfKind>) => string {
  const names = useChangeNames()
  return (changes, index, memberName) =>
    names(changes.slice(index, index + 1)) + whichOfKind(changes, index, memberName)
}
