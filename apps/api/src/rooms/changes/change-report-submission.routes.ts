import {
  addToReportRequest,
  reportPath,
  reportResponse,
  submitDocumentsRequest,
  submitReportRequest,
  withdrawReportRequest,
} from '@connect/contract/rooms/change-reports'
import { receiptResponse } from '@connect/contract/rooms/receipts'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { givenBody } from '../../kernel/given-body.ts'
import { contextOf, signedInActor } from '../../kernel/request-context.ts'
import type { ChangeReporting } from './change-reporting.service.ts'

type SubmissionRoutesOptions = Pick<ChangeReporting, 'submission' | 'additions' | 'documents' | 'withdrawal'>

const checking =
  'Documents that are still being checked go with it; one that was refused, is still arriving, or went with something else does not.'

export const reportSubmissionRoutes: FastifyPluginAsyncZod<SubmissionRoutesOptions> = async (
  app,
  { submission, additions, documents, withdrawal },
) => {
  app.route({
    method: 'POST',
    url: '/change-reports/:id/submission',
    config: {
      operationId: 'submitChangeReport',
      access: 'client',
      audit: 'change_report.submitted',
      idempotent: true,
      judgesBody: true,
      problems: ['resource.not_found', 'case.held', 'change_report.submitted', 'change_report.case_gone'],
    },
    schema: {
      tags: ['changes'],
      summary: 'Submit a report',
      description: `Signed with a name under the statement in force. From then on the report never changes. Everything that is missing or wrong is listed at once, in what is signed and in the changes, with pointers such as \`/changes/0/details/employer\`. ${checking} The same report, or another one of the same content, within a minute is answered with the first receipt; afterwards it is 409 \`change_report.submitted\`.`,
      params: reportPath,
      body: submitReportRequest,
      response: { 201: receiptResponse },
    },
    handler: (request, reply) =>
      reply.once(201, (commit) =>
        submission.submit(
          commit,
          signedInActor(request),
          request.params.id,
          givenBody(request, submitReportRequest),
          contextOf(request),
        ),
      ),
  })

  app.route({
    method: 'POST',
    url: '/change-reports/:id/additions',
    config: {
      operationId: 'addToChangeReport',
      access: 'client',
      audit: 'change_report.added_to',
      idempotent: true,
      judgesBody: true,
      problems: ['resource.not_found', 'case.held', 'change_report.not_submitted', 'change_report.decided'],
    },
    schema: {
      tags: ['changes'],
      summary: 'Add to a report',
      description: `Documents that were to follow, or the answer to what the agency asked, with a receipt of their own. ${checking} A report that waits for information is \`received\` again. Nothing is added to what was decided or withdrawn: \`POST /document-submissions\` takes proofs then, too.`,
      params: reportPath,
      body: addToReportRequest,
      response: { 201: receiptResponse },
    },
    handler: (request, reply) =>
      reply.once(201, (commit) =>
        additions.add(
          commit,
          signedInActor(request),
          request.params.id,
          givenBody(request, addToReportRequest),
          contextOf(request),
        ),
      ),
  })

  app.route({
    method: 'POST',
    url: '/document-submissions',
    config: {
      operationId: 'submitDocuments',
      access: 'client',
      audit: 'change_report.submitted',
      idempotent: true,
      judgesBody: true,
      problems: ['resource.not_found', 'case.held'],
    },
    schema: {
      tags: ['changes'],
      summary: 'Submit documents without a change',
      description: `Proofs that the agency asked for, by a letter to that case where \`noticeId\` names one. ${checking} It is a report of the kind \`documents\` in the list of reports.`,
      body: submitDocumentsRequest,
      response: { 201: receiptResponse },
    },
    handler: (request, reply) =>
      reply.once(201, (commit) =>
        documents.submit(
          commit,
          signedInActor(request),
          givenBody(request, submitDocumentsRequest),
          contextOf(request),
        ),
      ),
  })

  app.route({
    method: 'POST',
    url: '/change-reports/:id/withdrawal',
    config: {
      operationId: 'withdrawChangeReport',
      access: 'client',
      audit: 'change_report.withdrawn',
      idempotent: true,
      problems: ['resource.not_found', 'case.held', 'change_report.not_submitted', 'change_report.decided'],
    },
    schema: {
      tags: ['changes'],
      summary: 'Withdraw a report',
      description:
        'While nobody has decided it. It stays readable, with its receipt. Withdrawn once more it is answered as it stands.',
      params: reportPath,
      body: withdrawReportRequest,
      response: { 201: reportResponse },
    },
    handler: (request, reply) =>
      reply.once(201, (commit) =>
        withdrawal.withdraw(commit, signedInActor(request), request.params.id, contextOf(request)),
      ),
  })
}
