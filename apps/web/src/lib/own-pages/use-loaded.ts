import { useEffect, useState } from 'react'
import type { Answer } from '../api.ts'

/** What a page shows: on its way, there, or not to be had. */
export type Loaded<Value> =
  | { readonly kind: 'loading' }
  | { readonly kind: 'ready'; readonly value: Value }
  | { readonly kind: 'failed'; readonly code: string }

/**
 * Fetches what a page shows when it opens, and again when it comes back after the session had ended. What was shown once
 * stays when a later fetch fails. `fetchValue` is the same function for ever.
 */
export function useLoaded<Value>(fetchValue: () => Promise<Answer<Value>>) {
  const [state, setState] = useState<Loaded<Value>>({ kind: 'loading' })
  const [attempt, setAttempt] = useState(0)
  useEffect(() => {
    let isCurrent = true
    void fetchValue().then((answer) => {
      if (!isCurrent) return
      setState((before) => {
        if (!answer.refusal) return { kind: 'ready', value: answer.data }
        // Nobody is signed in any more: the page is about to be hidden, and is loaded anew when it comes back.
        if (before.kind === 'ready' || answer.refusal.status === 401) return before
        return { kind: 'failed', code: answer.refusal.code }
      })
    })
    return () => {
      isCurrent = false
    }
  }, [fetchValue, attempt])
  return {
    state,
    retry: () => {
      setState({ kind: 'loading' })
      setAttempt((count) => count + 1)
    },
  }
}
