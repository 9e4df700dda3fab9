import { useCopy } from '../../../lib/copy/use-copy.tsx'
import { Link } from '../../../lib/navigation/link.tsx'
import { useNavigate, usePlace } from '../../../lib/navigation/navigation.tsx'
import { FailureAlert } from '../../../lib/own-pages/failure-alert.tsx'
import { draftPaths, paths } from '../../../lib/paths.ts'
import { useSend } from '../../../lib/use-send.ts'
import { Alert } from '../../../ui/alert.tsx'
import { Button } from '../../../ui/button.tsx'
import { FocusBox } from '../../../ui/focus-box.tsx'
import { closeDraft } from '../draft/open-drafts.ts'
import { flowCopy } from '../flow-copy.ts'
import type { DraftOnPage } from './draft-page.tsx'
import { keepInNewDraft } from './new-draft.ts'

/**
 * Says that the draft was deleted or submitted in another window or on another device, and offers a new one, or a
 * correction, for what was typed here.
 */
export function OnlyHere({ draft }: { readonly draft: DraftOnPage }) {
  const translate = useCopy(flowCopy)
  const navigate = useNavigate()
  const { pathname, state } = usePlace()
  const { report, keeping } = draft.kept
  const { id } = report
  const what = keeping === 'sentWithout' ? keeping : 'gone'
  const sending = useSend({
    send: async () => {
      const answer = await keepInNewDraft(draft)
      if (answer.refusal) return answer.refusal
      // The same step: there everything goes on.
      navigate(pathname.replace(id, answer.data), { replace: true, state })
      return undefined
    },
  })
  const drop = () => {
    navigate(paths.reportChange, { replace: true })
    closeDraft(id)
  }
  return (
    <>
      <FocusBox on={id}>
        <Alert kind="warning" title={translate(`changes.${what}.heading`)}>
          <p>{translate(`changes.${what}.kept`)}</p>
          {what === 'sentWithout' && (
            <p>
              <Link to={draftPaths.done(id)}>{translate('changes.submitted.action')}</Link>
            </p>
          )}
          <div className="button-row">
            <Button
              busy={sending.busy}
              busyLabel={translate('changes.start.beginning')}
              onClick={sending.submit}
            >
              {translate(`changes.${what}.keep`)}
            </Button>
            <Button variant="secondary" onClick={drop}>
              {translate('changes.only_here.drop')}
            </Button>
          </div>
        </Alert>
      </FocusBox>
      <FailureAlert failure={sending.failure} />
    </>
  )
}
