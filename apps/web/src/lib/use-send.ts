import { useRef, useState, type SyntheticEvent } from 'react'
import type { RequestIssue } from '@connect/contract/shared/issues'
import { unreachable, type Refusal } from './api.ts'

interface SendRules {
  /** The broken rules of what is typed; nothing is sent while there are any. */
  readonly check?: () => readonly RequestIssue[] | Promise<readonly RequestIssue[]>
  /** Sends what is typed, and does what follows when it was taken; gives the refusal when it was not. */
  readonly send: () => Promise<Refusal | undefined>
  /** Whether the page stays when it was taken. Else another one is on its way, and no further press counts. */
  readonly stays?: boolean
}

/** One press of a button, from the press to the answer. */
export interface Sending {
  /** The broken rules, found here or by the service. */
  readonly issues: readonly RequestIssue[]
  /** Why it was refused, where that is not about a field; gone with the next try. A new object each time. */
  readonly failure: Refusal | undefined
  /** Counts the tries, so that focus goes to the errors each time. */
  readonly attempt: number
  readonly busy: boolean
  readonly submit: (event?: SyntheticEvent) => void
}

/** Sends once, however often the button is pressed meanwhile; what was refused may be mended and sent again. */
export function useSend({ check, send, stays = false }: SendRules): Sending {
  const [issues, setIssues] = useState<readonly RequestIssue[]>([])
  const [failure, setFailure] = useState<Refusal | undefined>()
  const [attempt, setAttempt] = useState(0)
  const [busy, setBusy] = useState(false)
  // A second press comes before the page is drawn again.
  const isSending = useRef(false)

  /** Whether the button may be pressed again. */
  const begin = async (): Promise<boolean> => {
    const found = (await check?.()) ?? []
    const refusal = found.length > 0 ? undefined : await send()
    const told = refusal?.errors ?? []
    setIssues([...found, ...told])
    setFailure(told.length > 0 ? undefined : refusal)
    setAttempt((count) => count + 1)
    return stays || found.length > 0 || refusal !== undefined
  }

  const press = async () => {
    let mayAgain = true
    try {
      mayAgain = await begin()
    } catch {
      // A part of the page that it needs, such as the rules, did not load.
      setIssues([])
      setFailure({ ...unreachable })
      setAttempt((count) => count + 1)
    } finally {
      isSending.current = !mayAgain
      setBusy(!mayAgain)
    }
  }

  return {
    issues,
    failure,
    attempt,
    busy,
    submit: (event) => {
      event?.preventDefault()
      if (isSending.current) return
      isSending.current = true
      setFailure(undefined)
      setBusy(true)
      void press()
    },
  }
}
