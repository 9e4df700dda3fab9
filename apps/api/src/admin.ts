import { describeTroubledMail, retryMail } from './adapters/mail/mail-commands.ts'
import { unlock } from './admin-account.ts'
import { unlockClient } from './admin-client-id.ts'
import { createToken, listTokens, revokeToken } from './admin-token.ts'
import { openCommandDatabase, type CommandDatabase } from './admin.store.ts'
import { ConfigError, readCommandConfig } from './config.ts'
import { verifyAuditChain } from './kernel/audit/verify.ts'
import { loadKeys, type Keys } from './kernel/keys.ts'
import { createCommit } from './kernel/unit-of-work.store.ts'

/** What a command works with. */
interface CommandContext {
  readonly prisma: CommandDatabase['prisma']
  readonly pool: CommandDatabase['pool']
  readonly keys: Keys
  /** What stands behind the command's name. */
  readonly rest: readonly string[]
}

interface Command {
  /** What stands behind the name, and what the command does. */
  readonly usage: string
  /** Prints what it found or did; true when all is well. */
  readonly run: (context: CommandContext) => Promise<boolean>
}

/** `pnpm admin <name>`: one entry for each command, in the order of the help. */
const commands: Readonly<Record<string, Command>> = {
  'audit verify': {
    usage: 'walk the chain over all audit rows; names the first row that was changed, removed or added',
    run: verifyAudit,
  },
  'account unlock': {
    usage: '--user-id USERID: forget failed sign-ins, recovery answers and tries at associating',
    run: unlock,
  },
  'client-id unlock': {
    usage: 'forget failed tries at a client ID, which is asked for or read from standard input',
    run: unlockClient,
  },
  'token create': {
    usage:
      '--name NAME --scope SCOPE [--scope SCOPE …] [--integrator NAME] [--days N]: a token for an integrator, alone on the last line',
    run: createToken,
  },
  'token list': {
    usage: 'list every token with its scopes, its end and its last use, never the token itself',
    run: listTokens,
  },
  'token revoke': {
    usage: 'ID: end a token at once',
    run: revokeToken,
  },
  'mail list': {
    usage: 'list the e-mails that were given up on, and those that failed and are tried again',
    run: listMail,
  },
  'mail retry': {
    usage: 'ID, or "all": have given-up e-mails tried again',
    run: retry,
  },
}

process.exitCode = await main(process.argv.slice(2))

async function main(words: readonly string[]): Promise<number> {
  const name = Object.keys(commands).find((candidate) => `${words.join(' ')} `.startsWith(`${candidate} `))
  const command = name === undefined ? undefined : commands[name]
  if (name === undefined || command === undefined) {
    const lines = Object.entries(commands).map(([known, { usage }]) => `pnpm admin ${known}    ${usage}`)
    process.stderr.write(`${lines.join('\n')}\n`)
    return 2
  }
  try {
    return (await withDatabase(command, words.slice(name.split(' ').length))) ? 0 : 1
  } catch (error) {
    process.stderr.write(`${explain(error)}\n`)
    return 1
  }
}

async function withDatabase(command: Command, rest: readonly string[]): Promise<boolean> {
  const config = readCommandConfig()
  const database = await openCommandDatabase(config)
  try {
    const { prisma, pool } = database
    const keys = await loadKeys({ keysFile: config.keysFile, database: prisma, mayCreate: false })
    return await command.run({ prisma, pool, keys, rest })
  } finally {
    await database.close()
  }
}

async function verifyAudit({ prisma, keys }: CommandContext): Promise<boolean> {
  const report = await verifyAuditChain({ prisma, keys })
  if (report.intact) {
    process.stdout.write(`The audit chain is intact. Rows sealed: ${report.sealed}. Head: ${report.head}.\n`)
    return true
  }
  const row = report.eventId === null ? '' : `, audit row ${report.eventId}`
  process.stdout.write(
    `The audit chain is broken at place ${report.sequence}${row}: ${report.message} (${report.fault}).\n`,
  )
  return false
}

async function listMail({ prisma }: CommandContext): Promise<boolean> {
  const lines = await describeTroubledMail(prisma)
  process.stdout.write(lines.length === 0 ? 'No e-mail is in trouble.\n' : `${lines.join('\n')}\n`)
  return true
}

async function retry({ prisma, pool, rest: [which = ''] }: CommandContext): Promise<boolean> {
  const retried = await retryMail(which, { database: prisma, pool, commit: createCommit(prisma) })
  const lines = retried.map((id) => `E-mail ${id} is queued again.`)
  const none = which === 'all' ? 'No e-mail was given up on.' : `No e-mail "${which}" was given up on.`
  process.stdout.write(`${lines.length === 0 ? none : lines.join('\n')}\n`)
  return lines.length > 0 || which === 'all'
}

/** One clear line for each fault that an operator can mend; a stack for what nobody foresaw. */
function explain(error: unknown): string {
  if (error instanceof ConfigError) return error.faults.map((fault) => `Setting ${fault}`).join('\n')
  if (!(error instanceof Error)) return String(error)
  if (['KeysError', 'DatabaseFault'].includes(error.name)) return error.message
  if (isUnreachable(error)) return 'The database cannot be reached: check DATABASE_URL, or whether it runs.'
  return error.stack ?? error.message
}

function isUnreachable(error: Error): boolean {
  const code = 'code' in error ? error.code : undefined
  return (
    code === 'ECONNREFUSED' ||
    code === 'P1001' ||
    /ECONNREFUSED|Can't reach database|timeout exceeded when trying to connect/.test(error.message)
  )
}
