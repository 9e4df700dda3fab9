import { accountRequest, anIntegrator, newKey } from '../integrator/integrator.ts'
import { aPlantedPerson, type PlantedPerson } from '../portal/plant.ts'

/** A person who has an account already, made over the API. */
export async function aPersonWithAccount(
  changes: Partial<PlantedPerson> = {},
): Promise<PlantedPerson & { readonly id: string }> {
  const integrator = anIntegrator()
  const person = aPlantedPerson(changes)
  const request = await accountRequest(integrator, person)
  const key = newKey()
  const answer = await integrator.sendPatiently('POST', '/accounts', request, key)
  if (answer.status !== 201) throw new Error(`No account was made: ${answer.text}`)
  return { ...person, id: (JSON.parse(answer.text) as { id: string }).id }
}
