import type { ChangeField } from '@connect/contract/changes/change-type'
import { usStates } from '@connect/contract/shared/us-address'
import { useCopy } from '../../../lib/copy/use-copy.tsx'
import { useLanguage } from '../../../lib/copy/use-language.ts'
import { SelectField } from '../../../ui/choices.tsx'
import { TextInput } from '../../../ui/text-input.tsx'
import { flowCopy } from '../flow-copy.ts'
import type { Answering } from './answering.ts'
import { partsOf } from './parts.ts'

interface AddressFieldProps extends Answering {
  readonly field: Extract<ChangeField, { kind: 'address' }>
}

/** Where most people who move here move to. */
const homeState = 'CT'

const lines = [
  { part: 'street', autoComplete: 'address-line1' },
  { part: 'unit', autoComplete: 'address-line2' },
  { part: 'city', autoComplete: 'address-level2' },
] as const

/** A place to which mail can go, a field for each part. */
export function AddressField({ field, change, answer, errorOf }: AddressFieldProps) {
  const translate = useCopy(flowCopy)
  const language = useLanguage()
  const given = partsOf(change.details?.[field.id])
  const name = (part: string) => `details.${field.id}.${part}`
  const give = (part: string, text: string) => {
    const next = { state: homeState, ...given, [part]: text } as Record<string, string>
    const isBlank = Object.entries(next).every(([each, value]) => each === 'state' || value === '')
    answer(field.id, isBlank ? undefined : next)
  }
  return (
    <fieldset className="field question-group">
      <legend className="field-label">{field.label[language]}</legend>
      {field.hint && <p className="field-hint">{field.hint[language]}</p>}
      {lines.map(({ part, autoComplete }) => (
        <TextInput
          key={part}
          name={name(part)}
          label={translate(`changes.address.${part}`)}
          error={errorOf(name(part))}
          required={field.required && part !== 'unit'}
          autoComplete={autoComplete}
          maxLength={200}
          value={given[part] ?? ''}
          onChange={({ target }) => {
            give(part, target.value)
          }}
        />
      ))}
      <SelectField
        name={name('state')}
        label={translate('changes.address.state')}
        error={errorOf(name('state'))}
        required={field.required}
        autoComplete="address-level1"
        choices={Object.entries(usStates).map(([value, label]) => ({ value, label }))}
        value={given['state'] ?? homeState}
        onChange={({ target }) => {
          give('state', target.value)
        }}
      />
      <TextInput
        name={name('zip')}
        label={translate('changes.address.zip')}
        error={errorOf(name('zip'))}
        required={field.required}
        autoComplete="postal-code"
        inputMode="numeric"
        maxLength={200}
        value={given['zip'] ?? ''}
        onChange={({ target }) => {
          give('zip', target.value)
        }}
      />
    </fieldset>
  )
}
