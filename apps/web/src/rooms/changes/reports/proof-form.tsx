import { useCallback, useMemo, type ReactNode } from 'react'
import { reportLimits } from '@connect/contract/rooms/report-limits'
import { documentLimits } from '@connect/contract/rooms/documents'
import type { Receipt } from '@connect/contract/rooms/receipts'
import type { RequestIssue } from '@connect/contract/shared/issues'
import type { Answer } from '../../../lib/api.ts'
import { useCopy } from '../../../lib/copy/use-copy.tsx'
import type { DocumentPlace, DocumentsNews } from '../../../lib/documents/document-place.ts'
import { filesOnTheWay, useMissingFiles } from '../../../lib/documents/files-on-the-way.ts'
import type { MissingFiles } from '../../../lib/documents/missing-files.ts'
import { ProofDocuments } from '../../../lib/documents/proof-documents.tsx'
import { useFormErrors } from '../../../lib/form-errors.tsx'
import { createKeyedSend } from '../../../lib/keyed-send.ts'
import { useNavigate } from '../../../lib/navigation/navigation.tsx'
import { OwnForm } from '../../../lib/own-pages/own-form.tsx'
import { reportPaths } from '../../../lib/paths.ts'
import { useSend } from '../../../lib/use-send.ts'
import { TextArea } from '../../../ui/text-input.tsx'
import { changeProofDraft, clearProofDraft, useProofDraft, type ProofDraft } from './proof-drafts.ts'
import { reportsCopy } from './reports-copy.ts'
import type { Proof } from './reports.queries.ts'

interface ProofFormProps {
  /** Tells this form from every other one. */
  readonly name: string
  readonly kind: 'requested' | 'other'
  readonly filesLabel: string
  readonly messageLabel: string
  /** Whether words alone are enough. */
  readonly mayBeWordsAlone: boolean
  /** What keeps it from being sent beside files and words. */
  readonly alsoCheck?: () => readonly RequestIssue[]
  /** The same function for the same case or report. */
  readonly post: (proof: Proof, key: string) => Promise<Answer<Receipt>>
  readonly cancelTo: string
  /** What has to be chosen first. */
  readonly children?: ReactNode
}

const messageName = 'message'
const filesName = 'files'

/** Files and words for the agency without any change, and the way to the page that says that it has them. */
export function ProofForm(props: ProofFormProps) {
  const { name, kind, post, mayBeWordsAlone, alsoCheck } = props
  const translate = useCopy(reportsCopy)
  const navigate = useNavigate()
  const draft = useProofDraft(name)
  const missing = useMissingFiles(name)
  const send = useMemo(() => createKeyedSend({ post }), [post])
  const sending = useSend({
    check: () => [...(alsoCheck?.() ?? []), ...issuesOf(draft, missing, mayBeWordsAlone)],
    send: async () => {
      const answer = await send(proofOf(draft))
      if (answer.refusal) return answer.refusal
      clearProofDraft(name)
      // What was sent is not offered again in the next form of this name.
      for (const id of draft.documentIds) filesOnTheWay.forgetArrival(id)
      navigate(reportPaths.sent(answer.data.reportId, answer.data.id), { replace: true })
      return undefined
    },
  })
  const { errorOf, summary } = useFormErrors(
    sending.issues,
    {
      caseId: translate('reports.proof.case'),
      [filesName]: props.filesLabel,
      [messageName]: props.messageLabel,
    },
    ownWords,
  )
  const onDocuments = useCallback(
    ({ attached, detached }: DocumentsNews) => {
      changeProofDraft(name, ({ documentIds, ...rest }) => ({
        ...rest,
        documentIds: [
          ...new Set(
            [...documentIds, ...attached.map(({ id }) => id)].filter((id) => !detached.includes(id)),
          ),
        ],
      }))
    },
    [name],
  )
  const place: DocumentPlace = {
    owner: name,
    part: 'files',
    documentIds: draft.documentIds,
    documents: [],
    room: documentLimits.each - draft.documentIds.length,
    onDocuments,
  }
  return (
    <OwnForm
      sending={sending}
      errors={summary}
      cancelTo={props.cancelTo}
      hasRequiredFields={false}
      submitLabel={translate('reports.proof.send')}
      busyLabel={translate('reports.proof.sending')}
    >
      {props.children}
      <ProofDocuments
        place={place}
        label={props.filesLabel}
        kind={kind}
        name={filesName}
        error={errorOf(filesName)}
      />
      <TextArea
        name={messageName}
        label={props.messageLabel}
        hint={translate('reports.proof.message_hint')}
        error={errorOf(messageName)}
        maxLength={reportLimits.message}
        value={draft.message}
        onChange={({ target }) => {
          const message = target.value
          changeProofDraft(name, (before) => ({ ...before, message }))
        }}
      />
    </OwnForm>
  )

  function ownWords({ pointer, code, params }: RequestIssue): string | undefined {
    if (pointer === '/caseId') return translate('reports.proof.choose_case')
    if (code === 'proof.nothing')
      return translate(mayBeWordsAlone ? 'reports.proof.nothing' : 'reports.proof.no_file')
    if (code === 'proof.stopped') return translate('reports.proof.stopped', params)
    return code === 'proof.on_the_way' ? translate('reports.proof.on_the_way', params) : undefined
  }
}

/** What keeps it from being sent: there is nothing, or not all of it has arrived. */
function issuesOf(
  draft: ProofDraft,
  { onTheWay, stopped }: MissingFiles,
  mayBeWordsAlone: boolean,
): readonly RequestIssue[] {
  const { message, documentIds } = proofOf(draft)
  const isNothing = documentIds.length === 0 && !(mayBeWordsAlone && message !== undefined)
  const missing = [
    ...(onTheWay > 0
      ? [{ pointer: `/${filesName}`, code: 'proof.on_the_way', params: { count: onTheWay } }]
      : []),
    ...(stopped > 0 ? [{ pointer: `/${filesName}`, code: 'proof.stopped', params: { count: stopped } }] : []),
  ]
  if (missing.length > 0) return missing
  return isNothing ? [{ pointer: `/${filesName}`, code: 'proof.nothing' }] : []
}

function proofOf({ message, documentIds }: ProofDraft): Proof {
  const words = message.trim()
  return { ...(words !== '' && { message: words }), documentIds: [...documentIds] }
}
