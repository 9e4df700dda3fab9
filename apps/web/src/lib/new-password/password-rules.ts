import {
  checkPassword,
  checkPasswordAgainstUserId,
  passwordLength,
  specialCharacterExamples,
} from '@connect/contract/credentials/password'

/** A line of the checklist under the password; each stands for one or more codes of the contract. */
export const passwordRules = [
  'length',
  'lowerCase',
  'upperCase',
  'digit',
  'special',
  'plain',
  'userId',
  'wellKnown',
] as const
export type PasswordRule = (typeof passwordRules)[number]

const codesOf = {
  length: ['password.too_short', 'password.too_long'],
  lowerCase: ['password.needs_lower_case'],
  upperCase: ['password.needs_upper_case'],
  digit: ['password.needs_digit'],
  special: ['password.needs_special'],
  plain: ['password.no_spaces', 'password.characters'],
  userId: ['password.contains_user_id'],
  wellKnown: ['password.well_known'],
} as const satisfies Record<PasswordRule, readonly string[]>

/**
 * The rules that a password keeps so far; of an empty one nothing can be said yet. `isWellKnown` is undefined until
 * the list of well-known passwords is there.
 */
export function rulesKept(
  password: string,
  userId: string,
  isWellKnown: boolean | undefined,
): ReadonlySet<PasswordRule> {
  if (password === '') return new Set()
  const issues = [...checkPassword(password), ...checkPasswordAgainstUserId(password, userId)]
  const broken = new Set<string>(issues.map(({ code }) => code))
  return new Set(
    passwordRules.filter((rule) =>
      // While a password is short, hardly any is a well-known one: said too early, it would be taken back later.
      rule === 'wellKnown'
        ? isWellKnown === false && !broken.has('password.too_short')
        : codesOf[rule].every((code) => !broken.has(code)),
    ),
  )
}

/** What the words of the rules need. */
export const passwordRuleValues = { ...passwordLength, examples: specialCharacterExamples.join(' ') }
