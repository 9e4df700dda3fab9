import { useEffect, useState } from 'react'
import type { Agreement } from '@connect/contract/rooms/account'
import { fetchAgreement } from './account.queries.ts'

/** The agreement in force, on its way, or not to be had. */
export type AgreementState =
  | { readonly kind: 'loading' }
  | { readonly kind: 'ready'; readonly agreement: Agreement }
  | { readonly kind: 'failed' }

/** Fetches the agreement in force; `retry` tries again after a failure. */
export function useAgreement(): { readonly state: AgreementState; readonly retry: () => void } {
  const [state, setState] = useState<AgreementState>({ kind: 'loading' })
  const [attempt, setAttempt] = useState(0)
  useEffect(() => {
    let isCurrent = true
    void fetchAgreement().then((answer) => {
      if (!isCurrent) return
      setState(answer.refusal ? { kind: 'failed' } : { kind: 'ready', agreement: answer.data })
    })
    return () => {
      isCurrent = false
    }
  }, [attempt])
  return {
    state,
    retry: () => {
      setState({ kind: 'loading' })
      setAttempt(attempt + 1)
    },
  }
}
