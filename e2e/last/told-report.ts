import { dayInConnecticut } from '@connect/contract/benefits/calendar'
import { statement } from '@connect/contract/changes/statement'
import type { FedMember } from '@connect/contract/rooms/case-feed'
import { aPdfFile } from '@connect/prisma/testing/factories/files'
import { aPerson } from '@connect/prisma/testing/factories/person'
import { expect } from '@playwright/test'
import { newKey, type Answer, type Integrator } from '../integrator/integrator.ts'
import { plant } from '../portal/plant.ts'
import { portal } from '../portal/portal.ts'

/** A case that the person's session may see. */
interface OpenedCase {
  readonly caseRef: string
  readonly caseId: string
  readonly member: FedMember
}

/** Something that somebody typed into a report; planted. */
function typed(value: string): string {
  plant({ kind: 'report', value })
  return value
}

/** A change with an answer of each shape, and something that is no answer yet. */
function plantedChanges(memberId: string): unknown[] {
  const { firstName, lastName } = aPerson()
  for (const name of [firstName, lastName]) plant({ kind: 'name', value: name })
  const changedOn = dayInConnecticut(new Date())
  return [
    {
      typeId: 'start_job',
      changedOn,
      details: {
        who: { memberId },
        employer: typed(`Shop of ${firstName}`),
        amount: { amount: 41_250, currency: 'USD' },
        frequency: 'weekly',
      },
    },
    {
      typeId: 'you_marry',
      changedOn,
      details: {
        who: { memberId },
        spouse: { firstName, lastName, birthDate: '1990-04-17' },
        livesHere: false,
      },
    },
    {
      typeId: 'you_move',
      changedOn,
      details: {
        whoMoves: 'all',
        hasAddress: true,
        newAddress: { street: typed(`12 ${lastName} Street`), city: 'Hartford', state: 'CT', zip: '06106' },
        mailThere: true,
      },
    },
  ]
}

/** A PDF that anybody can open; a line of it, which is not compressed, and its name are planted. */
function plantedFile(): { readonly name: string; readonly content: string } {
  const { firstName, lastName } = aPerson()
  const line = `Paid to ${firstName}`.slice(0, 23).padEnd(23, '.')
  const name = `Stub of ${lastName}.pdf`
  plant({ kind: 'file', value: line }, { kind: 'file', value: name })
  const content = aPdfFile(4_000).toString('latin1').replace('A proof that is made up', line)
  if (!content.includes(line)) throw new Error('the file does not say what is looked for')
  return { name, content }
}

/**
 * Reports changes with a file, as the person whose session `cookie` is of: half typed, refused, sent, sent again, added
 * to and read; then the agency reads, asks and enters one of its own. Each has ways of its own into a log.
 */
export async function reportPlanted(
  person: Integrator,
  agency: Integrator,
  cookie: string,
  { caseRef, caseId, member }: OpenedCase,
): Promise<void> {
  const origin = portal().address
  const send = (method: string, path: string, body?: unknown, headers: Record<string, string> = {}) =>
    person.send(method, path, body, { cookie, origin, ...(method === 'POST' && newKey()), ...headers })
  const upload = (name: string, content: string) => {
    const parts = [
      'content-disposition: form-data; name="kind"\r\n\r\npay_stub',
      `content-disposition: form-data; name="file"; filename="${name}"\r\n\r\n${content}`,
    ]
    const form = `${parts.map((part) => `--planted\r\n${part}\r\n`).join('')}--planted--\r\n`
    return send('POST', '/documents', form, { 'content-type': 'multipart/form-data; boundary=planted' })
  }
  const [stub, page] = [plantedFile(), plantedFile()]
  await wanted(422, upload(stub.name.replace('.pdf', '.html'), stub.content))
  await wanted(422, upload(stub.name.replace('.pdf', '.jpg'), stub.content))
  const { id: documentId } = await wanted(201, upload(stub.name, stub.content))
  const state = async () => (await wanted(200, send('GET', `/documents/${documentId}`)))['state']
  await expect.poll(state).toBe('ready')
  await wanted(200, send('GET', `/documents/${documentId}/content`))

  const changes = plantedChanges(member.memberId)
  const { id } = await wanted(201, send('POST', '/change-reports', { caseId }))
  const save = (body: unknown) => send('PATCH', `/change-reports/${id}`, body, { 'if-match': '*' })
  await wanted(400, save(`{"broken": ${JSON.stringify(changes)}`))
  await wanted(422, save({ changes, more: changes }))
  const unfinished = { amount: typed(`about ${aPerson().userId}`) }
  await wanted(200, save({ changes: [{ typeId: 'start_job', unfinished }] }))
  const [first, ...others] = changes as [object, ...object[]]
  await wanted(200, save({ changes: [{ ...first, documentIds: [documentId] }, ...others] }))
  const signed = { signedName: `${member.firstName} ${member.lastName}`, statementVersion: statement.version }
  const submit = (body: unknown, key = newKey()) =>
    send('POST', `/change-reports/${id}/submission`, body, key)
  await wanted(422, submit({ ...signed, statementVersion: signed.signedName }))
  const key = newKey()
  const receipt = await wanted(201, submit(signed, key))
  await wanted(201, submit(signed, key))
  await wanted(409, save({ changes }))

  const { id: pageId } = await wanted(201, upload(page.name, page.content))
  const addition = { message: typed(`Here is what ${member.firstName} sent`), documentIds: [pageId] }
  await wanted(201, send('POST', `/change-reports/${id}/additions`, addition))
  await wanted(200, send('GET', `/change-reports/${id}`))
  await wanted(200, send('GET', `/change-reports/${id}/receipt`, undefined, { accept: 'application/pdf' }))
  await wanted(200, person.send('POST', '/receipts/verification', receipt))
  // What nobody submits stays behind.
  const { id: left } = await wanted(201, send('POST', '/change-reports', { caseId }))
  await wanted(200, send('PATCH', `/change-reports/${left}`, { changes }, { 'if-match': '*' }))

  const message = typed(`Please ask ${member.firstName} for page 2`)
  await wanted(200, agency.send('GET', `/agency/change-reports/${id}`))
  await wanted(200, agency.send('GET', `/agency/documents/${documentId}/content`))
  const transition = (body: unknown) =>
    agency.send('POST', `/agency/change-reports/${id}/transitions`, body, newKey())
  await wanted(422, transition({ to: message, message }))
  await wanted(201, transition({ to: 'in_review' }))
  await wanted(201, transition({ to: 'needs_information', message }))
  const entered = { caseRef, memberId: member.memberId, channel: 'phone', changes, message }
  await wanted(422, agency.send('POST', '/agency/change-reports', { ...entered, channel: message }, newKey()))
  await wanted(201, agency.send('POST', '/agency/change-reports', entered, newKey()))
}

/** Throws unless it is answered as it should be. What is no JSON is an empty answer. */
async function wanted(status: number, answer: Promise<Answer>): Promise<Readonly<Record<string, string>>> {
  const { status: found, text, headers } = await answer
  if (found !== status) throw new Error(`${String(found)} in place of ${String(status)}: ${text}`)
  const isJson = headers.get('content-type')?.includes('json') === true
  return isJson ? (JSON.parse(text) as Record<string, string>) : {}
}
