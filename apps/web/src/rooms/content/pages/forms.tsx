import type { formsResponse } from '@connect/contract/rooms/content'
import type * as z from 'zod/mini'
import { useCopy } from '../../../lib/copy/use-copy.tsx'
import { useLanguage } from '../../../lib/copy/use-language.ts'
import { PhoneHelp } from '../../../ui/phone-help.tsx'
import { ContentView } from '../content-view.tsx'
import { placesCopy } from '../content.copy.ts'
import { forms } from '../content.queries.ts'
import { InformationPage, InformationSection } from '../information.tsx'

type Form = z.infer<typeof formsResponse>['items'][number]

const parts = ['get', 'return'] as const

/** The forms that people ask for, how to get one and how to send it back. */
export function FormsPage() {
  const translate = useCopy(placesCopy)
  return (
    <InformationPage title={translate('forms.title')} lead={translate('forms.lead')}>
      <ContentView store={forms} empty={translate('forms.empty')}>
        {(items) => (
          <ul className="entries">
            {items.map((form) => (
              <FormEntry key={form.id} form={form} />
            ))}
          </ul>
        )}
      </ContentView>
      {parts.map((part) => (
        <InformationSection
          key={part}
          title={translate(`forms.${part}.title`)}
          text={translate(`forms.${part}.text`)}
        />
      ))}
      <PhoneHelp lines={['client-information', 'tty']} />
    </InformationPage>
  )
}

function FormEntry({ form }: { readonly form: Form }) {
  const translate = useCopy(placesCopy)
  const language = useLanguage()
  return (
    <li className="entry">
      <p className="kicker">{translate('forms.number', { number: form.number })}</p>
      <h2>{form.title[language]}</h2>
      <dl className="description">
        <div>
          <dt>{translate('forms.language')}</dt>
          <dd>{translate(`forms.language.${form.language}`)}</dd>
        </div>
        <div>
          <dt>{translate('forms.use')}</dt>
          <dd>{form.use[language]}</dd>
        </div>
      </dl>
    </li>
  )
}
