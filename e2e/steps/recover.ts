import type { RecoveryPages } from '../pages/recovery-pages.ts'
import type { PlantedPerson } from '../portal/plant.ts'
import type { Words } from '../words.ts'

type Person = Pick<PlantedPerson, 'userId' | 'secretQuestions'>

/** From the user ID to the questions. */
export async function giveUserId(pages: RecoveryPages, words: Words, userId: string): Promise<void> {
  await pages.isOn(words.recovery.whatIsUserId)
  await pages.userId.fill(userId)
  await pages.passCheck()
  await pages.continue.click()
  await pages.isOn(words.recovery.answerQuestions)
}

/** Answers as their owner does, but for so many that are wrong. */
export async function answer(pages: RecoveryPages, { secretQuestions }: Person, wrong = 0): Promise<void> {
  for (const [index, { questionId, answer: own }] of secretQuestions.entries())
    await pages.answerTo(questionId).fill(index < wrong ? `Not this ${index}` : own)
  await pages.continue.click()
}

/** Types the new password twice and saves it. */
export async function choosePassword(pages: RecoveryPages, password: string): Promise<void> {
  await pages.password.fill(password)
  await pages.passwordAgain.fill(password)
  await pages.save.click()
}
