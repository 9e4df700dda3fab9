import './security-check.css'
import { useEffect, useState, useSyncExternalStore, type ReactNode } from 'react'
import { describeControl, fieldId, FieldNotes, Star } from '../../ui/field.tsx'
import { Icon } from '../../ui/icon.tsx'
import { useCopy } from '../copy/use-copy.tsx'
import { captchaCopy } from './captcha-copy.ts'
import type { SecurityCheck } from './security-check.ts'

interface SecurityCheckBoxProps {
  readonly name: string
  readonly check: SecurityCheck
  readonly error?: ReactNode
  /** Called with the solution each time that the check is passed. */
  readonly onSolved?: (solution: string) => void
}

/** After this many milliseconds the person is told that it takes longer than said. */
const patience = 6000

/**
 * The box "I'm not a robot". It is a plain checkbox to the keyboard and to screen readers; the work behind it takes
 * no skill and no sense, and whoever cannot do it is told to call: the page that shows it shows `PhoneHelp` as well.
 */
export function SecurityCheckBox({ name, check, error, onSolved }: SecurityCheckBoxProps) {
  const translate = useCopy(captchaCopy)
  const state = useSyncExternalStore(check.subscribe, check.state)
  const isSlow = useIsSlow(state === 'working')
  const id = fieldId(name)

  const words = {
    resting: translate('captcha.resting'),
    working: isSlow ? translate('captcha.still_working') : translate('captcha.working'),
    passed: translate('captcha.passed'),
    failed: canSolve() ? translate('captcha.failed') : translate('captcha.impossible'),
  } as const

  const start = async () => {
    // A box that works or has passed stays so: there is nothing to take back.
    if (state === 'working' || state === 'passed') return
    const solution = await check.start()
    if (solution !== undefined) onSolved?.(solution)
  }

  return (
    <div className={error ? 'field field-bad' : 'field'}>
      <FieldNotes id={id} error={error} hint={undefined} />
      <div className="security-check" data-state={state}>
        <label className="choice">
          <input
            {...describeControl(id, { error, required: true }, `${id}-state`)}
            type="checkbox"
            name={name}
            checked={state === 'passed'}
            aria-disabled={state === 'working' || undefined}
            onChange={() => void start()}
          />
          <span>
            {translate('captcha.label')}
            <Star />
          </span>
        </label>
        <p className="security-check-state" id={`${id}-state`} role="status">
          <StateIcon state={state} />
          {words[state]}
        </p>
      </div>
    </div>
  )
}

function StateIcon({ state }: { readonly state: ReturnType<SecurityCheck['state']> }) {
  switch (state) {
    case 'resting':
      return null
    case 'working':
      return <span className="security-check-spinner" aria-hidden="true" />
    case 'passed':
      return <Icon name="check-circle" size={20} />
    case 'failed':
      return <Icon name="error" size={20} />
  }
}

/** Browsers keep the needed cryptography for pages that came over a protected connection. */
function canSolve(): boolean {
  return window.isSecureContext
}

function useIsSlow(isWorking: boolean): boolean {
  const [isSlow, setIsSlow] = useState(false)
  useEffect(() => {
    if (!isWorking) return undefined
    const timer = setTimeout(() => {
      setIsSlow(true)
    }, patience)
    return () => {
      clearTimeout(timer)
      setIsSlow(false)
    }
  }, [isWorking])
  return isSlow
}
