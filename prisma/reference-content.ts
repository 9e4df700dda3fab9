import { readFileSync } from 'node:fs'
import path from 'node:path'
import type pg from 'pg'

/** What a new portal shows until the agency edits it: one JSON file a kind, with the day it was checked. */
export const referenceKinds = ['offices', 'contact-lines', 'forms', 'announcements'] as const
export type ReferenceKind = (typeof referenceKinds)[number]

export interface ReferenceContent {
  /** Calendar day, `YYYY-MM-DD`. */
  readonly asOf: string
  /** As the contract's response of that kind lists them (packages/contract, rooms/content). */
  readonly items: readonly unknown[]
}

export function readReferenceContent(kind: ReferenceKind): ReferenceContent {
  const file = path.join(import.meta.dirname, 'content', `${kind}.json`)
  return JSON.parse(readFileSync(file, 'utf8')) as ReferenceContent
}

/** Adds the kinds that are absent; what the agency has edited stays as it is. */
export async function loadReferenceContent(connection: pg.ClientBase): Promise<void> {
  const { rows } = await connection.query<{ kind: string }>('SELECT kind FROM content_document')
  const present = new Set(rows.map(({ kind }) => kind))
  for (const kind of referenceKinds.filter((each) => !present.has(each))) {
    const { asOf, items } = readReferenceContent(kind)
    await connection.query(
      'INSERT INTO content_document (kind, as_of, body) VALUES ($1, $2, $3) ON CONFLICT (kind) DO NOTHING',
      [kind, asOf, JSON.stringify(items)],
    )
  }
}
