import { passwordLength } from '@connect/contract/credentials/password'
import type { RequestIssue } from '@connect/contract/shared/issues'
import { findWellKnown } from './well-known.ts'

/** A password that is being chosen, as both fields have it. */
export interface NewPassword {
  readonly password: string
  readonly passwordAgain: string
}

/** The rule on well-known passwords, as the service would say it; nothing where the list does not arrive. */
export async function wellKnownIssues(password: string): Promise<RequestIssue[]> {
  // Hardly any short password is hard to guess; that it is too short says enough.
  const isWellKnown = password.length >= passwordLength.min && (await findWellKnown(password)) === true
  return isWellKnown ? [{ pointer: '/password', code: 'password.well_known' }] : []
}

/** What the rules of a single password do not say: that it is a well-known one, and that the fields differ. */
export async function furtherIssues({ password, passwordAgain }: NewPassword): Promise<RequestIssue[]> {
  const found = await wellKnownIssues(password)
  return password === passwordAgain
    ? found
    : [...found, { pointer: '/passwordAgain', code: 'password.mismatch' }]
}
