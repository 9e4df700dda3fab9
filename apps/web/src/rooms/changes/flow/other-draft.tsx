import { useCopy } from '../../../lib/copy/use-copy.tsx'
import { useLanguage } from '../../../lib/copy/use-language.ts'
import { momentInWords } from '../../../lib/dates.ts'
import { Alert } from '../../../ui/alert.tsx'
import { Button } from '../../../ui/button.tsx'
import { FocusBox } from '../../../ui/focus-box.tsx'
import { flowCopy } from '../flow-copy.ts'
import { useChangeNames } from '../use-change-names.ts'
import type { DraftOnPage } from './draft-page.tsx'

/** Says that something else was saved in another window or on another device, and lets one choose. */
export function OtherDraft({ draft: { keeper, kept } }: { readonly draft: DraftOnPage }) {
  const translate = useCopy(flowCopy)
  const language = useLanguage()
  const names = useChangeNames()
  const { other, changes } = kept
  if (!other) return null
  return (
    <FocusBox on={other}>
      <Alert kind="warning" title={translate('changes.other.heading')}>
        <p>{translate('changes.other.text', { moment: momentInWords(other.report.updatedAt, language) })}</p>
        <dl className="two-drafts">
          <dt>{translate('changes.other.there')}</dt>
          <dd>{names(other.report.changes)}</dd>
          <dt>{translate('changes.other.here')}</dt>
          <dd>{names(changes)}</dd>
        </dl>
        <div className="button-row">
          <Button variant="secondary" onClick={keeper.takeOther}>
            {translate('changes.other.take')}
          </Button>
          <Button variant="secondary" onClick={keeper.keepThis}>
            {translate('changes.other.keep')}
          </Button>
        </div>
      </Alert>
    </FocusBox>
  )
}
