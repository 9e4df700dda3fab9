import type { FedMember } from '@connect/contract/rooms/case-feed'
import { aFedCase, aReference, tripleOf } from '@connect/households/fed-case'
import { newKey, type Integrator } from '../integrator/integrator.ts'
import { plant } from '../portal/plant.ts'
import { aPlantedMember } from '../portal/plant-member.ts'
import { portal } from '../portal/portal.ts'

/** Throws unless it is answered as it should be. */
async function expectStatus(wanted: number, answer: Promise<{ status: number; text: string }>) {
  const { status, text } = await answer
  if (status !== wanted) throw new Error(`${String(status)} in place of ${String(wanted)}: ${text}`)
  return text
}

/** A document of one line that is not compressed: what it says could be found. */
function documentThatSays(words: string): string {
  return `%PDF-1.7\n1 0 obj\n<< /Length ${String(words.length)} >>\nstream\n(${words}) Tj\nendstream\nendobj\n%%EOF\n`
}

/** Tells a case with its letters, whole and broken, one at a time and among others; each has ways of its own into a log. */
export async function tellPlantedCase(agency: Integrator): Promise<{ caseRef: string; member: FedMember }> {
  const [member, other] = [aPlantedMember(), aPlantedMember()]
  const told = aFedCase({ members: [member] })
  const caseRef = aReference('C')
  const path = `/agency/cases/${caseRef}`
  await expectStatus(422, agency.send('PUT', path, { ...told, office: member }))
  await expectStatus(400, agency.send('PUT', path, `{"broken": ${JSON.stringify(told)}`))
  await expectStatus(201, agency.send('PUT', path, told))
  for (const [mediaType, shape] of [
    ['text/plain', (words: string) => words],
    ['application/pdf', documentThatSays],
  ] as const) {
    const words = `A letter of ${mediaType} to ${member.firstName} ${member.lastName}`
    plant({ kind: 'letter', value: words })
    const letter = {
      title: { en: `For ${member.firstName}` },
      issuedOn: '2026-11-02',
      mediaType,
      contentBase64: Buffer.from(shape(words)).toString('base64'),
    }
    await expectStatus(201, agency.send('PUT', `${path}/notices/${aReference('N')}`, letter))
  }
  const lines = [
    JSON.stringify({ caseRef: aReference('C'), ...aFedCase({ members: [other] }) }),
    JSON.stringify({ caseRef: aReference('C'), ...told, clientId: member.clientId }),
    JSON.stringify(told).slice(0, -9),
  ]
  const results = await expectStatus(
    200,
    agency.send('POST', '/agency/imports', lines.join('\n'), {
      'content-type': 'application/x-ndjson',
      ...newKey(),
    }),
  )
  if (!results.includes('created') || !results.includes('refused')) throw new Error(results)
  return { caseRef, member }
}

/**
 * Associates the case: refused, with a code that is none, and right; then reads all of it. `cookie` is of a session. Answers
 * the id of the case.
 */
export async function openPlantedCase(
  person: Integrator,
  cookie: string,
  member: FedMember,
): Promise<string> {
  const { ssnLast4, ...whose } = tripleOf(member)
  const attempt = async (proof: Record<string, unknown>) => {
    const captcha = await person.solveCaptcha('associate')
    return person.send(
      'POST',
      '/case-links',
      { ...whose, ...proof, captcha },
      { cookie, origin: portal().address, ...newKey() },
    )
  }
  await expectStatus(422, attempt({ ssnLast4, birthYear: whose.birthYear - 1 }))
  await expectStatus(422, attempt({ code: 'ABCDEFGH12' }))
  const { caseId } = JSON.parse(await expectStatus(201, attempt({ ssnLast4 }))) as { caseId: string }
  const read = (path: string) => expectStatus(200, person.send('GET', path, undefined, { cookie }))
  const facts = await read(`/cases/${caseId}`)
  if (!facts.includes(member.firstName)) throw new Error('the case does not name its member')
  await read(`/cases/${caseId}/payments`)
  const { items } = JSON.parse(await read(`/cases/${caseId}/notices`)) as { items: { id: string }[] }
  for (const { id } of items) await read(`/cases/${caseId}/notices/${id}`)
  await person.send('GET', `/cases/${whose.clientId}`, undefined, { cookie })
  return caseId
}
