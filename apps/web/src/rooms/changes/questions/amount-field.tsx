import { useState } from 'react'
import { unfinishedMaxLength } from '@connect/contract/changes/draft-change'
import type { ChangeField } from '@connect/contract/changes/change-type'
import type { DetailValue } from '@connect/contract/changes/draft-change'
import { useLanguage } from '../../../lib/copy/use-language.ts'
import { describeControl, Field, fieldId } from '../../../ui/field.tsx'
import type { Answering } from './answering.ts'
import { HintLines } from './hint-lines.tsx'
import { readMoney, readNumber, writeMoney } from './typed-values.ts'

interface AmountFieldProps extends Answering {
  readonly field: Extract<ChangeField, { kind: 'money' | 'number' }>
}

/** A sum of money or a number. What is typed and means none is kept as it is. */
export function AmountField({ field, change, answer, errorOf }: AmountFieldProps) {
  const language = useLanguage()
  const name = `details.${field.id}`
  const id = fieldId(name)
  const [typed, setTyped] = useState(
    () => change.unfinished?.[field.id] ?? written(change.details?.[field.id]),
  )
  const texts = {
    label: field.label[language],
    hint: field.hint && <HintLines text={field.hint[language]} />,
    error: errorOf(name),
    required: field.required,
  }
  const type = (text: string) => {
    setTyped(text)
    const read = field.kind === 'money' ? readMoney(text) : readNumber(text)
    answer(field.id, read.value, { [field.id]: read.text?.trim() ?? '' })
  }
  return (
    <Field id={id} {...texts}>
      <div className={field.kind === 'money' ? 'amount amount-money' : 'amount'}>
        <input
          {...describeControl(id, texts)}
          name={name}
          className="input"
          inputMode={field.kind === 'money' ? 'decimal' : 'numeric'}
          autoComplete="off"
          maxLength={unfinishedMaxLength}
          value={typed}
          onChange={({ target }) => {
            type(target.value)
          }}
        />
      </div>
    </Field>
  )
}

function written(value: DetailValue | undefined): string {
  if (typeof value === 'number') return String(value)
  if (typeof value !== 'object') return ''
  return typeof value['amount'] === 'number' ? writeMoney(value['amount']) : ''
}
