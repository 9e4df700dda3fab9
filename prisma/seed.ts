import type pg from 'pg'

/** Says itself that it is made up, so that nobody takes the demonstration for the Department. */
const demoAnnouncements = [
  {
    id: '01936000-0000-7000-8000-000000000001',
    kind: 'information',
    title: { en: 'This is a demonstration', es: 'Esto es una demostración' },
    text: {
      en: 'Nothing that you type here reaches the Department. Do not use your real name or password.',
      es: 'Nada de lo que usted escriba aquí llega al Departamento. No use su nombre ni su contraseña verdaderos.',
    },
    startsAt: '2026-11-21T05:00:00Z',
    endsAt: null,
  },
]

/**
 * What only a demonstration shows, put beside the reference content. Replaces nothing that somebody has edited;
 * calling it again changes nothing.
 */
export async function seedDemo(connection: pg.ClientBase): Promise<void> {
  await connection.query(
    `UPDATE content_document SET body = $1, as_of = '2026-11-21', updated_at = now()
      WHERE kind = 'announcements' AND body = '[]'::jsonb`,
    [JSON.stringify(demoAnnouncements)],
  )
}
