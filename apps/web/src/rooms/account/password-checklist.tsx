import { useEffect, useState } from 'react'
import { useCopy } from '../../lib/copy/use-copy.tsx'
import { Icon } from '../../ui/icon.tsx'
import { accountCopy } from './account-copy.ts'
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
  const translate = useCopy(accountCopy)
  const words: Record<PasswordRule, string> = {
    length: translate('account.password.rule.length', passwordRuleValues),
    lowerCase: translate('account.password.rule.lower_case'),
    upperCase: translate('account.password.rule.upper_case'),
    digit: translate('account.password.rule.digit'),
    special: translate('account.password.rule.special', passwordRuleValues),
    plain: translate('account.password.rule.plain'),
    userId: translate('account.password.rule.user_id'),
    wellKnown: translate('account.password.rule.well_known'),
  }
  const count = translate('account.password.progress', { met: kept.size, total: passwordRules.length })
  return (
    <div className="checklist" id={id}>
      <p>{translate('account.password.rules')}</p>
      <ul>
        {passwordRules.map((rule) => (
          <li key={rule} data-kept={kept.has(rule)}>
            <Icon name={kept.has(rule) ? 'check-circle' : 'circle'} size={20} />
            {words[rule]}
            {kept.has(rule) && (
              <span className="visually-hidden"> ({translate('account.password.rule_met')})</span>
            )}
          </li>
        ))}
      </ul>
      <p className="visually-hidden" role="status">
        {useSettled(begun ? count : '')}
      </p>
    </div>
  )
}

/** The value once it has not changed for a second. */
function useSettled(value: string): string {
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
