import type { SignedInBrowser } from './signed-in.ts'
import type { TestApp } from './test-app.ts'

/** Sends something as somebody, or as nobody. */
export type Send = SignedInBrowser['send']

/** Something that belongs to somebody, the ids that lead to it, and a body that would do something to it. */
export interface Thing {
  readonly ids: Readonly<Record<string, string>>
  /** What else the path has: names that whoever calls makes up. */
  readonly names?: Readonly<Record<string, string>>
  readonly body?: unknown
  /** What the operation wants beside a key. */
  readonly headers?: Readonly<Record<string, string>>
  readonly owner: Send
  /** Whoever may call the operation may do so with each such thing: only ids that lead nowhere are tried. */
  readonly everybodys?: boolean
  /** What others are told, where it is not that nothing is there. */
  readonly refusal?: { readonly status: number; readonly code: string }
}

/** Makes such a thing, each time a new one of a new owner. */
export type MakeThing = (api: TestApp) => Promise<Thing>
