import { signupFlow, type SignupDraft, type SignupStepName } from '@connect/contract/flows/signup'
import * as z from 'zod/mini'
import { createSecurityCheck } from '../../lib/captcha/security-check.ts'
import { solveCaptcha } from '../../lib/captcha/solve-captcha.ts'
import { createWizard } from '../../wizard/wizard.ts'
import { createAccountSubmission } from './create-account.ts'
import { forgetUserIds, postAccount } from './account.queries.ts'

/** The check "I'm not a robot" of this wizard. It outlives its page, so that a stale solution is made anew unseen. */
export const signupCheck = createSecurityCheck('register', solveCaptcha)

/** User IDs that the server has called taken: choosing one again is told at once. */
export const takenUserIds = new Set<string>()

/** What an earlier visit to this page left in the browser's storage; anything that does not fit is dropped. */
const storedDraft = z.object({
  firstName: z.exactOptional(z.string()),
  lastName: z.exactOptional(z.string()),
  email: z.exactOptional(z.string()),
  userId: z.exactOptional(z.string()),
  secretQuestions: z.exactOptional(z.array(z.object({ questionId: z.exactOptional(z.string()) }))),
  agreement: z.exactOptional(z.object({ version: z.string(), accepted: z.boolean() })),
})

/** Sends what the wizard holds; see `createAccountSubmission`. */
export const signupSubmission = createAccountSubmission({
  post: postAccount,
  solution: signupCheck.fresh,
  discardSolution: signupCheck.discard,
  wait: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
  newKey: () => crypto.randomUUID(),
})

/** The wizard that creates a MyAccount. */
export const signup = createWizard<SignupDraft, SignupStepName>({
  flow: signupFlow,
  basePath: '/create-account',
  readDraft: (value) => {
    const stored = storedDraft.safeParse(value)
    return stored.success ? stored.data : {}
  },
  forget: () => {
    signupSubmission.forget()
    signupCheck.reset()
    takenUserIds.clear()
    forgetUserIds()
  },
  mayHaveArrived: signupSubmission.mayHaveArrived,
})
