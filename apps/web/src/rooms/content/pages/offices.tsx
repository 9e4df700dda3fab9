import type { officesResponse } from '@connect/contract/rooms/content'
import { useState } from 'react'
import type * as z from 'zod/mini'
import { useCopy } from '../../../lib/copy/use-copy.tsx'
import { useLanguage } from '../../../lib/copy/use-language.ts'
import { PhoneHelp, LineHours } from '../../../ui/phone-help.tsx'
import { ContentView } from '../content-view.tsx'
import { placesCopy } from '../content.copy.ts'
import { offices } from '../content.queries.ts'
import { InformationPage, InformationSection } from '../information.tsx'
import { SearchField } from '../../../ui/search-field.tsx'
import { findsAllWords } from '../../../lib/search-text.ts'

type Office = z.infer<typeof officesResponse>['items'][number]
type Services = Office['services']

/** Where the Department's offices are, when they are open and what one can do there. */
export function OfficesPage() {
  const translate = useCopy(placesCopy)
  return (
    <InformationPage title={translate('offices.title')} lead={translate('offices.lead')}>
      <ContentView store={offices} empty={translate('offices.empty')}>
        {(items) => <OfficeList items={items} />}
      </ContentView>
      <PhoneHelp lines={['client-information', 'tty']} />
    </InformationPage>
  )
}

function OfficeList({ items }: { readonly items: readonly Office[] }) {
  const translate = useCopy(placesCopy)
  const [typed, setTyped] = useState('')
  const found = items.filter((office) => findsAllWords(searchable(office), typed))
  const shown = found.length > 0 ? found : items
  const status =
    found.length > 0
      ? translate('offices.filter.found', { count: found.length })
      : translate('offices.filter.none', { typed: typed.trim() })
  const everywhere = servicesOfAll(items)
  return (
    <>
      {everywhere.length > 0 && (
        <InformationSection title={translate('offices.services')}>
          <ServiceList services={everywhere} />
        </InformationSection>
      )}
      <SearchField
        name="town"
        label={translate('offices.filter.label')}
        hint={translate('offices.filter.hint')}
        value={typed}
        onChange={setTyped}
        status={status}
      />
      <ul className="entries">
        {shown.map((office) => (
          <OfficeEntry
            key={office.id}
            office={office}
            services={office.services.filter(({ en }) => !everywhere.some((service) => service.en === en))}
          />
        ))}
      </ul>
    </>
  )
}

interface OfficeEntryProps {
  readonly office: Office
  /** What one can do here beside what one can do everywhere. */
  readonly services: Services
}

function OfficeEntry({ office, services }: OfficeEntryProps) {
  const translate = useCopy(placesCopy)
  const { street, city, state, postalCode } = office.address
  return (
    <li className="entry">
      <h2>{office.name}</h2>
      <dl className="description">
        <div>
          <dt>{translate('offices.address')}</dt>
          <dd>
            <address>
              <span>{street}</span>
              <span>
                {city}, {state} {postalCode}
              </span>
            </address>
          </dd>
        </div>
        <div>
          <dt>{translate('offices.lobby')}</dt>
          <dd>
            <LineHours line={{ hours: office.lobbyHours, automatedAllDay: false }} />
          </dd>
        </div>
        <div>
          <dt>{translate('offices.drop_box')}</dt>
          <dd>{translate(office.dropBox ? 'offices.drop_box.yes' : 'offices.drop_box.no')}</dd>
        </div>
        {services.length > 0 && (
          <div>
            <dt>{translate('offices.services_also')}</dt>
            <dd>
              <ServiceList services={services} />
            </dd>
          </div>
        )}
      </dl>
    </li>
  )
}

function ServiceList({ services }: { readonly services: Services }) {
  const language = useLanguage()
  return (
    <ul>
      {services.map((service) => (
        <li key={service.en}>{service[language]}</li>
      ))}
    </ul>
  )
}

/** What one can do at every office. */
function servicesOfAll(offices: readonly Office[]): Services {
  const [first, ...others] = offices
  return (first?.services ?? []).filter((service) => others.every((office) => offers(office, service)))
}

function offers(office: Office, service: Services[number]): boolean {
  return office.services.some(({ en }) => en === service.en)
}

function searchable({ name, address }: Office): string {
  return `${name} ${address.street} ${address.city} ${address.state} ${address.postalCode}`
}
