import { useState, type ReactNode } from 'react'
import { isByName } from '@connect/contract/changes/answer-shapes'
import type { ChangeField } from '@connect/contract/changes/change-type'
import { useCopy } from '../../../lib/copy/use-copy.tsx'
import { useLanguage } from '../../../lib/copy/use-language.ts'
import { RadioGroup } from '../../../ui/choices.tsx'
import { TextInput } from '../../../ui/text-input.tsx'
import { flowCopy } from '../flow-copy.ts'
import type { Answering } from './answering.ts'
import { DateField } from './date-field.tsx'
import { partsOf, type Parts } from './parts.ts'
import { added, createPersonChoices } from './person-choice.ts'

type PersonQuestion = Extract<ChangeField, { kind: 'person' }>

interface PersonFieldProps extends Answering {
  readonly field: PersonQuestion
}

/** Somebody of the case to choose, somebody to name, or either. */
export function PersonField(props: PersonFieldProps) {
  const { field, change, members, answer, errorOf } = props
  const translate = useCopy(flowCopy)
  const language = useLanguage()
  const [choose] = useState(createPersonChoices)
  const value = change.details?.[field.id]
  const given = partsOf(value)
  const byName = isByName(field, value)
  const born = `${field.id}.birthDate`
  if (field.from === 'added') return <NameParts {...props} legend={field.label[language]} />
  const names = members.map(({ id, firstName, lastName, you }) => ({
    value: id,
    label: you
      ? translate('changes.person.you', { name: `${firstName} ${lastName}` })
      : `${firstName} ${lastName}`,
  }))
  const choices =
    field.from === 'either' ? [...names, { value: added, label: translate('changes.person.added') }] : names
  const name = `details.${field.id}.memberId`
  return (
    <>
      <RadioGroup
        name={name}
        label={field.label[language]}
        hint={field.hint?.[language]}
        error={errorOf(name)}
        required={field.required}
        choices={choices}
        value={byName ? added : (given['memberId'] ?? '')}
        onChange={({ target }) => {
          const before = { value, birthDate: change.unfinished?.[born] ?? '' }
          const next = choose(target.value, before, byName)
          answer(field.id, next.value, { [born]: next.birthDate })
        }}
      />
      {byName && (
        <div className="question-part">
          <NameParts
            {...props}
            legend={
              <>
                {translate('changes.person.who_added')}
                {/* A page may ask it of two people. */}
                <span className="visually-hidden"> {field.label[language]}</span>
              </>
            }
          />
        </div>
      )}
    </>
  )
}

/** First and last name, and where it matters the birth date. */
function NameParts(props: PersonFieldProps & { readonly legend: ReactNode }) {
  const { field, legend, change, answer, errorOf, onLeaveDate } = props
  const translate = useCopy(flowCopy)
  const language = useLanguage()
  const given = partsOf(change.details?.[field.id])
  const born = `${field.id}.birthDate`
  const give = (part: Parts, text?: string) => {
    const next = Object.entries({ ...given, ...part }).filter(([, value]) => value !== undefined)
    const isBlank = field.from === 'added' && next.every(([, value]) => value === '')
    answer(field.id, isBlank ? undefined : (Object.fromEntries(next) as Record<string, string>), {
      [born]: text ?? change.unfinished?.[born] ?? '',
    })
  }
  return (
    <fieldset className="field question-group">
      <legend className="field-label">{legend}</legend>
      {field.from === 'added' && field.hint && <p className="field-hint">{field.hint[language]}</p>}
      {(['firstName', 'lastName'] as const).map((part) => (
        <TextInput
          key={part}
          name={`details.${field.id}.${part}`}
          label={translate(`changes.person.${part}`)}
          error={errorOf(`details.${field.id}.${part}`)}
          required={field.required}
          autoComplete="off"
          maxLength={200}
          value={given[part] ?? ''}
          onChange={({ target }) => {
            give({ [part]: target.value })
          }}
        />
      ))}
      {field.birthDate !== 'none' && (
        <DateField
          name={`details.${born}`}
          label={translate('changes.person.birthDate')}
          error={errorOf(`details.${born}`)}
          required={field.birthDate === 'required'}
          value={given['birthDate']}
          unfinished={change.unfinished?.[born]}
          onChange={(birthDate, text) => {
            give({ birthDate }, text)
          }}
          onLeave={() => {
            onLeaveDate(`details.${born}`)
          }}
        />
      )}
    </fieldset>
  )
}
