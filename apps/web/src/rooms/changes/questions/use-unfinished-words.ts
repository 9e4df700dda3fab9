import type { ChangeType } from '@connect/contract/changes/change-type'
import type { DraftChange } from '@connect/contract/changes/draft-change'
import type { RequestIssue } from '@connect/contract/shared/issues'
import { useCopy } from '../../../lib/copy/use-copy.tsx'
import { flowCopy } from '../flow-copy.ts'
import { isNoDay } from './typed-values.ts'

/** Says what to do about an answer that is missing or not finished, by the kind of its question. */
export function useUnfinishedWords(
  type: ChangeType,
  { unfinished = {} }: DraftChange,
): (issue: RequestIssue) => string | undefined {
  const translate = useCopy(flowCopy)
  return ({ pointer, code }) => {
    const name = pointer.replace(/^\/(?:details\/)?/, '').replaceAll('/', '.')
    const kind = kindOf(type, name)
    if (code === 'field.required' && kind !== undefined) return translate(`changes.missing.${kind}`)
    if (code !== 'change.unfinished' || (kind !== 'date' && kind !== 'money' && kind !== 'number'))
      return undefined
    return kind === 'date' && isNoDay(unfinished[name] ?? '')
      ? translate('changes.unfinished.no_day')
      : translate(`changes.unfinished.${kind}`)
  }
}

/** What has to be done with a field; undefined where the shared words say it. */
function kindOf(type: ChangeType, name: string): 'date' | 'money' | 'number' | 'choice' | undefined {
  const [id = '', part] = name.split('.')
  if (id === 'changedOn' || part === 'birthDate') return 'date'
  const kind = type.fields.find((field) => field.id === id)?.kind
  if (kind === 'date' || kind === 'money' || kind === 'number') return kind
  return kind === 'choice' || kind === 'yes_no' || part === 'memberId' ? 'choice' : undefined
}
