import type { CaptchaAction } from '@connect/contract/rooms/captcha'
import type { SolvedCaptcha } from './altcha.ts'

/** Where the box "I'm not a robot" stands. */
type SecurityCheckState = 'resting' | 'working' | 'passed' | 'failed'

/** A security check for one action. It lives outside the pages, so that going back or changing language keeps it. */
export interface SecurityCheck {
  readonly state: () => SecurityCheckState
  /** Solves the check; gives its solution, or undefined when it failed. Called twice, it works once. */
  readonly start: () => Promise<string | undefined>
  /** A solution that the server still takes: the one at hand or, when that is stale, a new one, solved in silence. */
  readonly fresh: () => Promise<string>
  /** Forgets the solution at hand, which was used or refused; the box stays as it is. */
  readonly discard: () => void
  /** Back to the beginning. */
  readonly reset: () => void
  readonly subscribe: (listener: () => void) => () => void
}

/** A solution that has less left than this is not sent any more: a slow connection would outlast it. */
const leastLifeLeft = 30_000

/** Makes the security check of an action. `solve` gets a challenge and solves it. */
export function createSecurityCheck(
  action: CaptchaAction,
  solve: (action: CaptchaAction) => Promise<SolvedCaptcha>,
  now: () => number = Date.now,
): SecurityCheck {
  const listeners = new Set<() => void>()
  let state: SecurityCheckState = 'resting'
  let solved: SolvedCaptcha | undefined
  let working: Promise<SolvedCaptcha> | undefined
  let round = 0

  const show = (next: SecurityCheckState) => {
    state = next
    for (const listener of listeners) listener()
  }

  const work = (): Promise<SolvedCaptcha> => {
    const begunIn = round
    working ??= solve(action)
      .then((result) => {
        // Somebody who has cancelled meanwhile is not shown as checked.
        if (begunIn === round) solved = result
        return result
      })
      .finally(() => {
        if (begunIn === round) working = undefined
      })
    return working
  }

  return {
    state: () => state,
    async start() {
      const begunIn = round
      show('working')
      try {
        const { solution } = await work()
        if (begunIn !== round) return undefined
        show('passed')
        return solution
      } catch {
        if (begunIn === round) show('failed')
        return undefined
      }
    },
    async fresh() {
      if (solved && solved.expiresAt - now() > leastLifeLeft) return solved.solution
      return (await work()).solution
    },
    discard() {
      solved = undefined
    },
    reset() {
      round += 1
      solved = undefined
      working = undefined
      show('resting')
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
