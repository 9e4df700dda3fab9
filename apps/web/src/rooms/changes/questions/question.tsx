import { draftTextMaxLength } from '@connect/contract/changes/draft-change'
import type { ChangeField } from '@connect/contract/changes/change-type'
import { useCopy } from '../../../lib/copy/use-copy.tsx'
import { useLanguage } from '../../../lib/copy/use-language.ts'
import { RadioGroup, SelectField } from '../../../ui/choices.tsx'
import { TextArea, TextInput } from '../../../ui/text-input.tsx'
import { flowCopy } from '../flow-copy.ts'
import { AddressField } from './address-field.tsx'
import { AmountField } from './amount-field.tsx'
import type { Answering } from './answering.ts'
import { DateField } from './date-field.tsx'
import { HintLines } from './hint-lines.tsx'
import { PersonField } from './person-field.tsx'

interface QuestionProps extends Answering {
  readonly field: ChangeField
}

/** From how many answers on they are a list that opens. */
const mostRadios = 9

/** One question of a change, in the shape that its kind calls for. */
export function Question({ field, ...answering }: QuestionProps) {
  const language = useLanguage()
  const { change, answer, errorOf, onLeaveDate } = answering
  const value = change.details?.[field.id]
  const texts = {
    name: `details.${field.id}`,
    label: field.label[language],
    hint: field.hint && <HintLines text={field.hint[language]} />,
    error: errorOf(`details.${field.id}`),
    required: field.required,
  }
  const give = (text: string) => {
    answer(field.id, text === '' ? undefined : text)
  }
  switch (field.kind) {
    case 'text': {
      const input = {
        ...texts,
        autoComplete: 'off',
        maxLength: draftTextMaxLength,
        value: typeof value === 'string' ? value : '',
      }
      return field.lines === 'many' ? (
        <TextArea
          {...input}
          onChange={({ target }) => {
            give(target.value)
          }}
        />
      ) : (
        <TextInput
          {...input}
          onChange={({ target }) => {
            give(target.value)
          }}
        />
      )
    }
    case 'money':
    case 'number':
      return <AmountField field={field} {...answering} />
    case 'choice':
      return <ChoiceField field={field} texts={texts} value={value} onChoose={give} />
    case 'yes_no':
      return <YesNoField texts={texts} value={value} onChoose={(yes) => answer(field.id, yes)} />
    case 'date':
      return (
        <DateField
          {...texts}
          value={typeof value === 'string' ? value : undefined}
          unfinished={change.unfinished?.[field.id]}
          onChange={(on, text) => {
            answer(field.id, on, { [field.id]: text })
          }}
          onLeave={() => {
            onLeaveDate(texts.name)
          }}
        />
      )
    case 'person':
      return <PersonField field={field} {...answering} />
    case 'address':
      return <AddressField field={field} {...answering} />
  }
}

type Texts = Pick<Parameters<typeof RadioGroup>[0], 'name' | 'label' | 'hint' | 'error' | 'required'>

interface ChoiceFieldProps {
  readonly field: Extract<ChangeField, { kind: 'choice' }>
  readonly texts: Texts
  readonly value: unknown
  readonly onChoose: (id: string) => void
}

function ChoiceField({ field, texts, value, onChoose }: ChoiceFieldProps) {
  const translate = useCopy(flowCopy)
  const language = useLanguage()
  const choices = field.options.map(({ id, label }) => ({ value: id, label: label[language] }))
  const chosen = typeof value === 'string' ? value : ''
  return choices.length > mostRadios ? (
    <SelectField
      {...texts}
      emptyLabel={translate('changes.choose')}
      choices={choices}
      value={chosen}
      onChange={({ target }) => {
        onChoose(target.value)
      }}
    />
  ) : (
    <RadioGroup
      {...texts}
      choices={choices}
      value={chosen}
      onChange={({ target }) => {
        onChoose(target.value)
      }}
    />
  )
}

interface YesNoFieldProps {
  readonly texts: Texts
  readonly value: unknown
  readonly onChoose: (yes: boolean) => void
}

function YesNoField({ texts, value, onChoose }: YesNoFieldProps) {
  const translate = useCopy(flowCopy)
  return (
    <RadioGroup
      {...texts}
      choices={[
        { value: 'yes', label: translate('changes.yes') },
        { value: 'no', label: translate('changes.no') },
      ]}
      value={typeof value === 'boolean' ? (value ? 'yes' : 'no') : ''}
      onChange={({ target }) => {
        onChoose(target.value === 'yes')
      }}
    />
  )
}
