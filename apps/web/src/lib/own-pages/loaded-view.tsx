import type { ReactNode } from 'react'
import type { Answer } from '../api.ts'
import { Skeleton } from '../../ui/skeleton.tsx'
import { LoadFailed } from './load-failed.tsx'
import { useLoaded } from './use-loaded.ts'

interface LoadedViewProps<Value> {
  /** The same function for ever. */
  readonly fetch: () => Promise<Answer<Value>>
  /** What stands there in place of the usual words, for a failure with this code; undefined leaves those. */
  readonly instead?: (code: string) => ReactNode
  readonly children: (value: Value) => ReactNode
}

/** Shows what it fetches; while it cannot be had, says why and how to try again. */
export function LoadedView<Value>({ fetch, instead, children }: LoadedViewProps<Value>) {
  const { state, retry } = useLoaded(fetch)
  if (state.kind === 'loading') return <Skeleton lines={6} />
  if (state.kind === 'ready') return children(state.value)
  return instead?.(state.code) ?? <LoadFailed code={state.code} onRetry={retry} />
}
