import pg from 'pg'

/** One in so many cases is associated. */
const casesForALink = 10

/**
 * What nobody ever asks for, in the size of real rows: cases of two members each, and an account for one in ten cases.
 * Nothing of it can be opened. Statements of one argument, the number of cases.
 */
const fillers = [
  `INSERT INTO benefit_case (id, integrator_id, case_ref, as_of, data_key, data_key_version, summary, payments)
   SELECT gen_random_uuid(), '00000000-0000-7000-8000-000000000000', 'filler-' || n, now(),
          decode(repeat(md5(n::text), 4), 'hex'), 1,
          decode(repeat(md5('s' || n), 50), 'hex'), decode(repeat(md5('p' || n), 50), 'hex')
   FROM generate_series(1, $1::int) n`,
  `INSERT INTO case_member (case_id, member_id, client_lookup, pair_lookup, triple_lookup, may_associate)
   SELECT c.id, 'member-' || k, sha256((c.case_ref || 'c' || k)::bytea), sha256((c.case_ref || 'p' || k)::bytea),
          sha256((c.case_ref || 't' || k)::bytea), true
   FROM benefit_case c, generate_series(1, 2) k WHERE c.case_ref LIKE 'filler-%' AND $1::int > 0`,
  `WITH made AS (
     INSERT INTO account (id, user_id, user_id_folded, data_key, data_key_version, first_name, last_name, password_hash,
                          pepper_version, locale)
     SELECT gen_random_uuid(), 'filler' || n, 'filler' || n, decode(repeat(md5(n::text), 4), 'hex'), 1,
            decode(repeat(md5('f' || n), 3), 'hex'), decode(repeat(md5('l' || n), 3), 'hex'),
            '$2b$12$' || repeat('.', 53), 1, 'en'
     FROM generate_series(1, $1::int / ${String(casesForALink)}) n
     RETURNING id, user_id)
   INSERT INTO case_link (id, account_id, integrator_id, client_lookup)
   SELECT gen_random_uuid(), made.id, c.integrator_id, sha256((c.case_ref || 'c1')::bytea)
   FROM made JOIN benefit_case c ON c.case_ref = replace(user_id, 'filler', 'filler-')`,
]

/** Drops what is looked after row by row; answers the statements that make it again, for all rows at once. */
async function dropForFilling(owner: pg.Client): Promise<string[]> {
  const { rows } = await owner.query<{ drop: string; make: string }>(`
    SELECT format('ALTER TABLE %s DROP CONSTRAINT %I', conrelid::regclass, conname) AS drop,
           format('ALTER TABLE %s ADD CONSTRAINT %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) AS make
    FROM pg_constraint WHERE contype = 'f' AND conrelid IN ('case_member'::regclass, 'case_link'::regclass)
    UNION ALL
    SELECT format('DROP INDEX %s', indexrelid::regclass), pg_get_indexdef(indexrelid)
    FROM pg_index WHERE indrelid = 'case_member'::regclass AND NOT indisprimary`)
  for (const { drop } of rows) await owner.query(drop)
  return rows.map(({ make }) => make)
}

/** Puts so many cases into a database that has none of these yet, and lets it count what it has. */
export async function fillWithCases(ownerUrl: string, cases: number): Promise<void> {
  const owner = new pg.Client({ connectionString: ownerUrl })
  await owner.connect()
  try {
    const made = await dropForFilling(owner)
    for (const filler of fillers) await owner.query(filler, [cases])
    for (const make of made) await owner.query(make)
    await owner.query('VACUUM ANALYZE account, benefit_case, case_member, case_link')
  } finally {
    await owner.end()
  }
}
