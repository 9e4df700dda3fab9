import { useEffect, useState } from 'react'
import { findWellKnown } from './well-known.ts'

/** Whether a password is a well-known one; undefined while the list is on its way. */
export function useIsWellKnown(password: string): boolean | undefined {
  const [answer, setAnswer] = useState<{
    readonly password: string
    readonly isWellKnown: boolean | undefined
  }>()
  useEffect(() => {
    let isCurrent = true
    void findWellKnown(password).then((isWellKnown) => {
      if (isCurrent) setAnswer({ password, isWellKnown })
    })
    return () => {
      isCurrent = false
    }
  }, [password])
  return answer?.password === password ? answer.isWellKnown : undefined
}
