import { CheckPage } from './check-page.tsx'
import './account.css'
import { AgreementStep } from './steps/agreement-step.tsx'
import { CredentialsStep } from './steps/credentials-step.tsx'
import { NameStep } from './steps/name-step.tsx'
import { SecretQuestionsStep } from './steps/secret-questions-step.tsx'
import { SecurityCheckStep } from './steps/security-check-step.tsx'

/** The pages of the wizard, in one chunk: whoever has begun it never waits between two steps. */
export const signupPages = {
  name: NameStep,
  credentials: CredentialsStep,
  secretQuestions: SecretQuestionsStep,
  securityCheck: SecurityCheckStep,
  agreement: AgreementStep,
  check: CheckPage,
} as const
