import { useCopy } from '../../../lib/copy/use-copy.tsx'
import { useLanguage } from '../../../lib/copy/use-language.ts'
import { momentInWords } from '../../../lib/dates.ts'
import { Alert } from '../../../ui/alert.tsx'
import { Button } from '../../../ui/button.tsx'
import { FocusBox } from '../../../ui/focus-box.tsx'
import { draftOf } from '../draft/draft-changes.ts'
import { differencesOf } from '../draft/draft-differences.ts'
import type { VersionedReport } from '../draft/draft-keeper.ts'
import { flowCopy } from '../flow-copy.ts'
import { memberNameOf } from '../member-name.ts'
import { useChangeNames } from '../use-change-names.ts'
import type { DraftOnPage } from './draft-page.tsx'

/** So many differences are shown; more would not help to choose. */
const mostShown = 6

interface OtherDraftProps {
  readonly draft: DraftOnPage
  /** The one that the service has. */
  readonly other: VersionedReport
}

/** Says that something else was saved in another window or on another device, in what it differs, and lets one choose. */
export function OtherDraft({ draft: { keeper, kept, facts }, other }: OtherDraftProps) {
  const translate = useCopy(flowCopy)
  const language = useLanguage()
  const names = useChangeNames()
  const differences = differencesOf(draftOf(other.report.changes), kept.changes, {
    language,
    memberName: memberNameOf(facts),
    files: (count) => translate('changes.other.files', { count }),
    proof: translate('changes.check.proof'),
    chosen: translate('changes.other.chosen'),
  })
  const nothing = translate('changes.other.nothing')
  return (
    <FocusBox on={other}>
      <Alert kind="warning" title={translate('changes.other.heading')}>
        <p>{translate('changes.other.text', { moment: momentInWords(other.report.updatedAt, language) })}</p>
        <p>{translate('changes.other.choose')}</p>
        <dl className="two-drafts">
          {differences.slice(0, mostShown).map(({ typeId, question, there, here }, index) => (
            <div key={index}>
              <dt>{[names([{ typeId }]), question].filter(Boolean).join(': ')}</dt>
              <dd>{translate('changes.other.there', { answer: there ?? nothing })}</dd>
              <dd>{translate('changes.other.here', { answer: here ?? nothing })}</dd>
            </div>
          ))}
        </dl>
        {differences.length > mostShown && (
          <p>{translate('changes.other.more', { count: differences.length - mostShown })}</p>
        )}
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
