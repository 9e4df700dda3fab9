import type { ChangeType } from '@connect/contract/changes/change-type'
import type { Report } from '@connect/contract/rooms/change-reports'
import { useCopy } from '../../../lib/copy/use-copy.tsx'
import { useLanguage } from '../../../lib/copy/use-language.ts'
import { Alert } from '../../../ui/alert.tsx'
import { flowCopy } from '../flow-copy.ts'

interface FormNewsProps {
  readonly type: ChangeType
  readonly news: Report['formNews'][number] | undefined
}

/** Says that a form has changed since the draft was written under it, and what is new. */
export function FormNews({ type, news }: FormNewsProps) {
  const translate = useCopy(flowCopy)
  const language = useLanguage()
  if (!news) return null
  const labels = type.fields.filter(({ id }) => news.added.includes(id)).map(({ label }) => label[language])
  return (
    <Alert kind="information" title={translate('changes.news.heading')}>
      {labels.length > 0 && (
        <>
          <p>{translate('changes.news.added')}</p>
          <ul>
            {labels.map((label) => (
              <li key={label}>{label}</li>
            ))}
          </ul>
        </>
      )}
      {news.removed.length > 0 && <p>{translate('changes.news.removed', { count: news.removed.length })}</p>}
    </Alert>
  )
}
