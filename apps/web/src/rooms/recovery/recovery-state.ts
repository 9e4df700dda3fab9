import { onForgetDrafts } from '../../lib/drafts.ts'
import type { Recovery } from '@connect/contract/rooms/recovery'

/** How far somebody has come. It lives in the memory of the page alone: loading it anew forgets everything. */
interface RecoveryState {
  /** As it was typed, so that going back shows it. */
  readonly userId: string
  readonly recovery?: Recovery
  readonly resetToken?: string
  /** The service knows this recovery, or its token, no more. */
  readonly isOver?: boolean
}

let state: RecoveryState = { userId: '' }
onForgetDrafts(forgetRecovery)

export function recoveryState(): RecoveryState {
  return state
}

/** Somebody types another user ID. */
export function typeUserId(userId: string): void {
  state = { ...state, userId }
}

/** The questions have come. */
export function beginRecovery(recovery: Recovery): void {
  state = { userId: state.userId, recovery }
}

/** The answers were right. */
export function keepToken(resetToken: string): void {
  state = { ...state, resetToken }
}

/** It took too long: what is left is the user ID, to begin anew. */
export function endRecovery(): void {
  state = { userId: state.userId, isOver: true }
}

/** All is done. */
export function forgetRecovery(): void {
  state = { userId: '' }
}
