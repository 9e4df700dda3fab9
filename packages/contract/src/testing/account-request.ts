import { currentAgreement } from '../credentials/agreement.ts'
import { secretQuestions } from '../credentials/secret-questions.ts'
import type { CreateAccountRequest } from '../rooms/account.ts'

const answers = ['Pulga', 'Don Oso', 'Whitfield', 'Okonkwo', 'Alder Lane']

/** A request that keeps every rule, with changes. */
export function anAccountRequest<Changes extends object>(changes?: Changes): CreateAccountRequest & Changes {
  const request: CreateAccountRequest = {
    firstName: 'María José',
    lastName: 'O’Neill',
    email: 'maria@example.org',
    userId: 'blueheron42',
    password: 'kW7!quartzPy',
    secretQuestions: secretQuestions
      .slice(0, answers.length)
      .map(({ id }, index) => ({ questionId: id, answer: answers[index] ?? '' })),
    captcha: 'c29sdmVk',
    agreement: { version: currentAgreement.version, accepted: true },
    locale: 'es',
  }
  return Object.assign(request, changes)
}
