/** The provider of the security check did not answer as it should: nothing is known about the solution. */
export class CaptchaUnavailableError extends Error {
  override readonly name = 'CaptchaUnavailableError'
}
