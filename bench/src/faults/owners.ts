import { solveCaptchas } from '../client/captchas.ts'
import { anAccountOrder, createAccount } from '../client/people.ts'
import { clientOf } from './browser.ts'
import type { Owner } from './operation.ts'
import type { Stand } from './stand.ts'

/** So many accounts are made at a time: as many as there are cores to hash on at the least. */
const lanes = 2

/** People with accounts. */
export async function someOwners(stand: Stand, count: number): Promise<Owner[]> {
  const client = clientOf(stand)
  const captchas = await solveCaptchas(client, count)
  const owners: Owner[] = []
  const lane = async (): Promise<void> => {
    for (let captcha = captchas.pop(); captcha !== undefined; captcha = captchas.pop()) {
      const order = anAccountOrder(captcha)
      const { text } = await createAccount(client, order)
      owners.push({ ...order.person, id: (JSON.parse(text) as { id: string }).id })
    }
  }
  await Promise.all(Array.from({ length: lanes }, lane))
  return owners
}
