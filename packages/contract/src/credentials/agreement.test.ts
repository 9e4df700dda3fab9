import { describe, expect, it } from 'vitest'
import type { AgreementText } from './agreement-text.ts'
import { currentAgreement } from './agreement.ts'
import { agreementResponse } from '../rooms/account.ts'
import { issuesOf } from '../shared/issues.ts'
import { readingGrade } from '../testing/readability.ts'

const { en, es } = currentAgreement.text

function sentences(text: AgreementText): string {
  return [text.introduction, ...text.sections.flatMap((section) => section.paragraphs)].join(' ')
}

describe('the measure of readability', () => {
  it('gives texts of known difficulty their grade', () => {
    expect(readingGrade('The cat sat on the mat. The dog ran to it.')).toBeLessThan(1)
    expect(
      readingGrade(
        'The Australian platypus is seemingly a hybrid of a mammal and reptilian creature, notwithstanding its considerable similarity to aquatic birds.',
      ),
    ).toBeGreaterThan(12)
  })
})

describe('the user acceptance agreement', () => {
  it('is what the API promises to answer', () => {
    expect(issuesOf(agreementResponse, currentAgreement)).toEqual([])
  })

  it('is read by a sixth grader', () => {
    expect(readingGrade(sentences(en))).toBeLessThanOrEqual(6)
    for (const { heading, paragraphs } of en.sections) {
      expect(readingGrade(paragraphs.join(' ')), heading).toBeLessThanOrEqual(8)
    }
  })

  it('keeps its sentences short in both languages', () => {
    for (const text of [en, es]) {
      for (const sentence of sentences(text).split(/[.?]\s/)) {
        expect(sentence.split(/\s+/).length, sentence).toBeLessThanOrEqual(36)
      }
    }
  })

  it('has the same sections with the same paragraphs in both languages', () => {
    expect(es.sections.map(({ paragraphs }) => paragraphs.length)).toEqual(
      en.sections.map(({ paragraphs }) => paragraphs.length),
    )
  })

  it('shouts nowhere and blames nobody', () => {
    for (const text of [en, es]) expect(JSON.stringify(text)).not.toMatch(/[!¡]|invalid|inválid|shall/i)
  })

  it.each<[string, RegExp, RegExp]>([
    ['credentials are as good as a signature', /as much as your signature/, /tanto como su firma/],
    ['nobody shares them, households included', /people you live with/, /personas que viven con usted/],
    ['staff does not know the password', /staff do not know it/, /personal no la conoce/],
    [
      'what creating an account takes',
      /first and last name, a user ID, a password/,
      /nombre y apellido, un nombre de usuario/,
    ],
    ['that e-mail is a choice', /do not have to/, /No es obligatorio/],
    [
      'what associating a case takes',
      /client ID, the year you were born, and the last four/,
      /Client ID\), el año en que nació y los últimos cuatro/,
    ],
    ['that one may opt out', /may not be able to finish online/, /no pueda terminar el trámite/],
    ['that one may see, change and delete', /see, change, and delete/, /ver, cambiar y borrar/],
    [
      'that removal costs no services',
      /not lose any benefits or services/,
      /No perderá ningún beneficio ni servicio/,
    ],
    ['that the law protects what is confidential', /private by law/, /es confidencial/],
    ['that nothing is sold', /do not sell/, /No vendemos/],
    ['how passwords are stored', /form that no one can read/, /nadie las pueda leer/],
    ['the session cookie', /stays in memory only/, /Solo está en la memoria/],
    [
      'that closing the browser protects best',
      /safest, sign out and close your browser/,
      /Lo más seguro es cerrar/,
    ],
    ['the language that is kept', /which language you chose/, /el idioma que eligió/],
    ['the device marker', /small marker/, /pequeña marca/],
    ['computer crime law', /computer crime laws/, /delitos informáticos/],
    ['usage figures', /never sell them/, /Nunca las vendemos/],
    ['what acceptance records', /which version of this page/, /qué versión de esta página/],
  ])('says %s', (_, english, spanish) => {
    expect(sentences(en)).toMatch(english)
    expect(sentences(es)).toMatch(spanish)
  })
})
