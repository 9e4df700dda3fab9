/**
 * Whether a password is a well-known one in disguise. The list is long and comes by itself, once it is needed; where
 * it does not arrive the answer is undefined, and the server decides.
 */
export async function findWellKnown(password: string): Promise<boolean | undefined> {
  if (password === '') return false
  try {
    const { isWellKnownPassword } = await import('@connect/contract/credentials/well-known-passwords')
    return isWellKnownPassword(password)
  } catch {
    return undefined
  }
}
