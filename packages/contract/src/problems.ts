/**
 * The catalogue of failures (RFC 9457). Services throw a code; the API turns it into a problem document, the SPA
 * into words. Every code has a page under `/problems/` and words in every language: a test holds the three together.
 */
export const problems = {
  'request.not_json': { status: 400, title: 'The body is not JSON' },
  'request.malformed': { status: 400, title: 'The request is not HTTP that we can read' },
  'request.header_missing': { status: 400, title: 'A required header is missing' },
  'request.two_credentials': { status: 400, title: 'The request carries both a session cookie and a token' },
  'session.required': { status: 401, title: 'Sign in first' },
  'session.invalid_credentials': { status: 401, title: 'User ID or password do not match' },
  'request.cross_site': { status: 403, title: 'The request came from another site' },
  'resource.not_found': { status: 404, title: 'Nothing is here' },
  'request.method_not_allowed': { status: 405, title: 'This address does not take that method' },
  'request.timeout': { status: 408, title: 'The request took too long to arrive' },
  'idempotency.in_progress': { status: 409, title: 'The same request is still running' },
  'account.user_id_taken': { status: 409, title: 'The user ID is taken' },
  'request.too_large': { status: 413, title: 'The request is too large' },
  'request.media_type': { status: 415, title: 'The content type is not taken here' },
  'request.invalid': { status: 422, title: 'Some of the request needs to be changed' },
  'idempotency.key_reused': { status: 422, title: 'The key was used for another request' },
  'captcha.required': { status: 422, title: 'A security check is needed' },
  'limit.rate': { status: 429, title: 'Too many requests' },
  'server.error': { status: 500, title: 'Something went wrong on our side' },
  'server.busy': { status: 503, title: 'The service is busy' },
  'server.unavailable': { status: 503, title: 'The service cannot answer now' },
} as const satisfies Record<string, { status: number; title: string }>

export type ProblemCode = keyof typeof problems
export const problemCodes = Object.keys(problems) as ProblemCode[]

/**
 * The catalogue of single issues that a 422 may list in `errors`, each with a line for integrators. Words for people
 * live in the copy; `{…}` names the params.
 */
export const issueCodes = {
  'field.required': 'Give this field.',
  'field.unknown': 'Leave this field out; nothing here has that name.',
  'field.wrong_type': 'Send a value of the type {expected}.',
  'field.not_an_option': 'Send one of: {options}.',
  'field.wrong_format': 'Send it in the form that the schema describes ({format}).',
  'text.too_small': 'Use at least {min} characters.',
  'text.too_big': 'Use at most {max} characters.',
  'text.characters': 'Leave out NUL and broken characters, which cannot be stored.',
  'list.too_small': 'Send at least {min} entries.',
  'list.too_big': 'Send at most {max} entries.',
  'number.too_small': 'Send {min} or more.',
  'number.too_big': 'Send {max} or less.',
  'body.too_deep': 'Nest at most {max} levels.',
  'name.required': 'Give the name.',
  'name.too_long': 'Use at most {max} characters.',
  'name.characters': 'Use letters, spaces, hyphens, apostrophes and periods.',
  'email.format': 'Give an address such as name@example.org.',
  'email.too_long': 'Use at most {max} characters.',
  'user_id.required': 'Choose a user ID.',
  'user_id.too_short': 'Use at least {min} characters.',
  'user_id.too_long': 'Use at most {max} characters.',
  'user_id.characters': 'Use only the letters A–Z and digits.',
  'user_id.contains_name': 'Leave out “{part}”, it is part of the name.',
  'user_id.taken': 'Choose another; this one is taken.',
  'password.required': 'Choose a password.',
  'password.too_short': 'Use at least {min} characters.',
  'password.too_long': 'Use at most {max} characters.',
  'password.needs_lower_case': 'Use at least one lower-case letter.',
  'password.needs_upper_case': 'Use at least one upper-case letter.',
  'password.needs_digit': 'Use at least one digit.',
  'password.needs_special': 'Use at least one special character, such as @ ! # $ &.',
  'password.no_spaces': 'Leave out spaces.',
  'password.characters': 'Use only plain letters, digits and signs (printable ASCII).',
  'password.contains_user_id': 'Leave out the user ID.',
  'password.well_known': 'Choose another; this one is a well-known password in disguise.',
  'password.mismatch': 'Type the same password twice.',
  'secret_question.required': 'Choose a question.',
  'secret_question.unknown': 'Choose a question of the list.',
  'secret_question.repeated': 'Choose a question that is not chosen yet.',
  'secret_question.count': 'Choose exactly {count} questions.',
  'secret_answer.required': 'Give an answer.',
  'secret_answer.too_short': 'Use at least {min} letters or digits.',
  'secret_answer.too_long': 'Use at most {max} characters.',
  'secret_answer.repeated': 'Give an answer that differs from the others.',
  'secret_answer.in_question': 'Give an answer that is no word of the question.',
  'secret_answer.is_user_id': 'Give an answer that is not the user ID.',
  'secret_answer.is_name': 'Give an answer that is not one of your names.',
  'agreement.not_accepted': 'Accept the agreement.',
  'agreement.old_version': 'Accept the version in force, {current}.',
  'captcha.missing': 'Send the solution of a security check.',
  'captcha.unreadable': 'Send what the provider’s client library produces.',
  'captcha.wrong': 'Solve a new challenge; this solution does not fit.',
  'captcha.spent': 'Solve a new challenge; this one was used.',
  'captcha.expired': 'Solve a new challenge; this one has expired.',
  'captcha.other_action': 'Solve a challenge made for {action}.',
} as const satisfies Record<string, string>

export type IssueCode = keyof typeof issueCodes
