import type { ChangeField, ChangeType } from '@connect/contract/changes/change-type'
import { useCopy } from '../../../lib/copy/use-copy.tsx'
import { useLanguage } from '../../../lib/copy/use-language.ts'
import { flowCopy } from '../flow-copy.ts'

const addressParts = ['street', 'unit', 'city', 'state', 'zip'] as const

/** What every field of a change's page is called, by the path of its pointer, in the order of the page. */
export function useFieldLabels(
  type: ChangeType,
  fields: readonly ChangeField[],
): Readonly<Record<string, string>> {
  const translate = useCopy(flowCopy)
  const language = useLanguage()
  const ofPerson = (path: string, label: string): [string, string][] => [
    [`${path}.memberId`, label],
    [`${path}.firstName`, translate('changes.person.firstName')],
    [`${path}.lastName`, translate('changes.person.lastName')],
    [`${path}.birthDate`, translate('changes.person.birthDate')],
  ]
  const entries = fields.flatMap((field): [string, string][] => {
    const path = `details.${field.id}`
    const label = field.label[language]
    if (field.kind === 'person') return ofPerson(path, label)
    if (field.kind !== 'address') return [[path, label]]
    return addressParts.map((part) => [`${path}.${part}`, translate(`changes.address.${part}`)])
  })
  return Object.fromEntries([['changedOn', type.date.label[language]], ...entries])
}
