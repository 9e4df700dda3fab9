import './new-password.css'
import { useEffect, useState } from 'react'
import { useCopy } from '../copy/use-copy.tsx'
import { Icon } from '../../ui/icon.tsx'
import { newPasswordCopy } from './new-password-copy.ts'
import { passwordRules, passwordRuleValues, type PasswordRule } from './password-rules.ts'

interface PasswordChecklistProps {
  /** The password field points at it with this id. */
  readonly id: string
  readonly kept: ReadonlySet<PasswordRule>
  /** Whether anything is typed yet. */
  readonly begun: boolean
}

/**
 * The rules of the password, each ticked as soon as it is kept. It helps and does not nag: nothing turns red while
 * somebody types, and a screen reader hears the count only in the pauses.
 */
export function PasswordChecklist({ id, kept, begun }: PasswordChecklistProps) {
  const translate = useCopy(newPasswordCopy)
  const words: Record<PasswordRule, string> = {
    length: translate('password.rule.length', passwordRuleValues),
    lowerCase: translate('password.rule.lower_case'),
    upperCase: translate('password.rule.upper_case'),
    digit: translate('password.rule.digit'),
    special: translate('password.rule.special', passwordRuleValues),
    plain: translate('password.rule.plain'),
    userId: translate('password.rule.user_id'),
    wellKnown: translate('password.rule.well_known'),
  }
  // The number settles and not the words, which follow the language at once.
  const met = useSettled(begun ? kept.size : undefined)
  return (
    <div className="checklist" id={id}>
      <p>{translate('password.rules')}</p>
      <ul>
        {passwordRules.map((rule) => (
          <li key={rule} data-kept={kept.has(rule)}>
            <Icon name={kept.has(rule) ? 'check-circle' : 'circle'} size={20} />
            {words[rule]}
            {kept.has(rule) && <span className="visually-hidden"> ({translate('password.rule_met')})</span>}
          </li>
        ))}
      </ul>
      <p className="visually-hidden" role="status">
        {met !== undefined && translate('password.progress', { met, total: passwordRules.length })}
      </p>
    </div>
  )
}

/** The value once it has not changed for a second. */
function useSettled<Value>(value: Value): Value {
  const [settled, setSettled] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => {
      setSettled(value)
    }, 1000)
    return () => {
      clearTimeout(timer)
    }
  }, [value])
  return settled
}
