import type { DemoHouseholds } from '@connect/contract/rooms/demo'
import { useCopy } from '../../lib/copy/use-copy.tsx'
import { useLanguage } from '../../lib/copy/use-language.ts'
import { demoCopy } from './demo-copy.ts'
import { CopiedValue } from './copied-value.tsx'

type Household = DemoHouseholds['items'][number]
type Person = Household['people'][number]

/** A made-up household: what is there to see, and by whom. */
export function DemoHousehold({ household: { key, about, people } }: { readonly household: Household }) {
  const language = useLanguage()
  return (
    <section className="demo-household" aria-labelledby={`demo-${key}`}>
      <h2 id={`demo-${key}`}>{about[language]}</h2>
      {people.map((person) => (
        <DemoPerson key={person.clientId} person={person} />
      ))}
    </section>
  )
}

function DemoPerson({ person }: { readonly person: Person }) {
  const translate = useCopy(demoCopy)
  const { firstName, lastName, clientId, birthYear, ssnLast4, code } = person
  const name = `${firstName} ${lastName}`
  const values = [
    [translate('demo.client_id'), clientId],
    [translate('demo.birth_year'), String(birthYear)],
    [translate('demo.digits'), ssnLast4],
    [translate('demo.code'), code],
  ] as const
  return (
    <>
      {/* A name is the same in every language. */}
      <h3 lang="">{name}</h3>
      <dl className="demo-values">
        {values.map(
          ([label, value]) =>
            value !== null && (
              <div key={label}>
                <dt>{label}</dt>
                <CopiedValue value={value} what={`${label}, ${name}`} />
              </div>
            ),
        )}
      </dl>
    </>
  )
}
