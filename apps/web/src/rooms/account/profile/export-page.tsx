import { exportFileNames } from '@connect/contract/rooms/account-profile'
import { useCopy } from '../../../lib/copy/use-copy.tsx'
import { OwnPage } from '../../../lib/own-pages/own-page.tsx'
import { SaveButton } from '../../../lib/own-pages/save-button.tsx'
import { profileCopy } from './profile-copy.ts'
import { fetchExport } from './profile.queries.ts'

const formats = {
  pdf: { mediaType: 'application/pdf', fileName: exportFileNames.pdf },
  json: { mediaType: 'application/json', fileName: exportFileNames.json },
} as const

/** Taking along everything that is kept about the account. */
export function ExportPage() {
  const translate = useCopy(profileCopy)
  return (
    <OwnPage heading={translate('profile.export.heading')}>
      {() => (
        <>
          <p>{translate('profile.export.intro')}</p>
          <ul>
            <li>{translate('profile.export.holds_profile')}</li>
            <li>{translate('profile.export.holds_questions')}</li>
            <li>{translate('profile.export.holds_activity')}</li>
            <li>{translate('profile.export.holds_messages')}</li>
            <li>{translate('profile.export.holds_cases')}</li>
          </ul>
          <p>{translate('profile.export.care')}</p>
          <section className="own-part">
            <h2>{translate('profile.export.pdf.heading')}</h2>
            <p>{translate('profile.export.pdf.text')}</p>
            <Download format="pdf" label={translate('profile.export.pdf.action')} variant="primary" />
          </section>
          <section className="own-part">
            <h2>{translate('profile.export.json.heading')}</h2>
            <p>{translate('profile.export.json.text')}</p>
            <Download format="json" label={translate('profile.export.json.action')} variant="secondary" />
          </section>
        </>
      )}
    </OwnPage>
  )
}

interface DownloadProps {
  readonly format: keyof typeof formats
  readonly label: string
  readonly variant: 'primary' | 'secondary'
}

function Download({ format, label, variant }: DownloadProps) {
  const translate = useCopy(profileCopy)
  const { mediaType, fileName } = formats[format]
  return (
    <SaveButton
      fetch={() => fetchExport(mediaType)}
      fileName={fileName}
      variant={variant}
      busyLabel={translate('profile.export.working')}
      saved={translate('profile.export.saved', { fileName })}
    >
      {label}
    </SaveButton>
  )
}
