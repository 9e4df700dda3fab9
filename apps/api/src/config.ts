import path from 'node:path'
import * as z from 'zod'
import ipaddr from 'ipaddr.js'

const flag = z.enum(['0', '1']).transform((value) => value === '1')
const port = z.coerce.number().int().min(0).max(65_535)
const postgresUrl = z.string().regex(/^postgres(ql)?:\/\//, 'must start with postgres:// or postgresql://')

const cidrs = z.string().transform((value, context) => {
  const list = value
    .split(',')
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '')
  for (const entry of list) {
    if (!ipaddr.isValid(entry) && !ipaddr.isValidCIDR(entry))
      context.addIssue({ code: 'custom', message: `"${entry}" is no address or CIDR` })
  }
  return list
})

const settings = z
  .object({
    PORT: port.default(3000),
    HOST: z.string().min(1).default('127.0.0.1'),
    PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
    HTTPS: flag.default(false),
    DATABASE_URL: postgresUrl,
    DATABASE_POOL: z.coerce.number().int().min(2).max(100).default(10),
    DATA_DIR: z.string().min(1).default('.data'),
    KEYS_FILE: z.string().min(1).optional(),
    TRUSTED_PROXIES: cidrs.default([]),
    CAPTCHA_PROVIDER: z.enum(['altcha', 'recaptcha']).default('altcha'),
    RECAPTCHA_SITE_KEY: z.string().min(1).optional(),
    RECAPTCHA_SECRET_KEY: z.string().min(1).optional(),
    RECAPTCHA_VERIFY_URL: z.url().default('https://www.google.com/recaptcha/api/siteverify'),
    // Node reads this one itself; the hashing gate has to know it.
    UV_THREADPOOL_SIZE: z.coerce.number().int().min(1).max(1024).default(4),
    SMTP_URL: z.url({ protocol: /^smtps?$/, message: 'must start with smtp:// or smtps://' }).optional(),
    MAIL_FROM: z.email().optional(),
    SCANNER: z.enum(['none', 'clamd']).optional(),
    CLAMD_SOCKET: z
      .string()
      .regex(/^(\/.+|[^\s/]+:\d{1,5})$/, 'must be the path of a socket, or host:port')
      .optional(),
    METRICS_TOKEN: z.string().min(16, 'must have at least 16 characters').optional(),
    LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
    DEMO: flag.default(false),
    WEB_ROOT: z.string().min(1).optional(),
  })
  .superRefine((value, context) => {
    if (value.SMTP_URL !== undefined && value.MAIL_FROM === undefined)
      context.addIssue({ code: 'custom', path: ['MAIL_FROM'], message: 'is needed when SMTP_URL is set' })
    if (value.SCANNER === 'clamd' && value.CLAMD_SOCKET === undefined)
      context.addIssue({ code: 'custom', path: ['CLAMD_SOCKET'], message: 'is needed when SCANNER is clamd' })
    if (value.CAPTCHA_PROVIDER !== 'recaptcha') return
    for (const name of ['RECAPTCHA_SITE_KEY', 'RECAPTCHA_SECRET_KEY'] as const) {
      if (value[name] === undefined)
        context.addIssue({
          code: 'custom',
          path: [name],
          message: 'is needed when CAPTCHA_PROVIDER is recaptcha',
        })
    }
  })

/** Every setting that is wrong, one line each. */
export class ConfigError extends Error {
  readonly faults: readonly string[]

  constructor(faults: readonly string[]) {
    super(faults.join('\n'))
    this.name = 'ConfigError'
    this.faults = faults
  }
}

/**
 * Reads the settings, the only place that does. Reports every fault at once; an empty value counts as not set.
 * Throws ConfigError.
 */
export function readConfig(environment: Readonly<Record<string, string | undefined>> = process.env) {
  const given = Object.fromEntries(
    Object.entries(environment).filter(([, value]) => value !== undefined && value !== ''),
  )
  const result = settings.safeParse(given)
  if (!result.success) {
    throw new ConfigError(
      result.error.issues.map(
        (issue) => `${issue.path.join('.')}: ${missing(issue) ? 'is not set' : issue.message}`,
      ),
    )
  }
  const value = result.data
  const dataDir = path.resolve(value.DATA_DIR)
  const scheme = value.HTTPS ? 'https' : 'http'
  return {
    port: value.PORT,
    host: value.HOST,
    https: value.HTTPS,
    publicUrl: value.PUBLIC_URL ? new URL(value.PUBLIC_URL).origin : undefined,
    defaultPublicUrl: (actualPort: number) => `${scheme}://localhost:${actualPort}`,
    databaseUrl: value.DATABASE_URL,
    databasePool: value.DATABASE_POOL,
    dataDir,
    keysFile: path.resolve(value.KEYS_FILE ?? path.join(dataDir, 'keys.json')),
    trustedProxies: value.TRUSTED_PROXIES,
    captcha:
      value.CAPTCHA_PROVIDER === 'recaptcha'
        ? {
            provider: 'recaptcha' as const,
            siteKey: value.RECAPTCHA_SITE_KEY ?? '',
            secretKey: value.RECAPTCHA_SECRET_KEY ?? '',
            verifyUrl: value.RECAPTCHA_VERIFY_URL,
          }
        : { provider: 'altcha' as const },
    mail: mailSettings(value),
    scanner: scannerSettings(value),
    threadPoolSize: value.UV_THREADPOOL_SIZE,
    metricsToken: value.METRICS_TOKEN,
    logLevel: value.LOG_LEVEL,
    demo: value.DEMO,
    webRoot: path.resolve(value.WEB_ROOT ?? path.join(import.meta.dirname, '../../web/dist')),
  }
}

/** Without a server, a demonstration keeps its e-mails for the outbox page; elsewhere they wait. */
function mailSettings({ SMTP_URL: url, MAIL_FROM: from, DEMO }: z.infer<typeof settings>) {
  if (url !== undefined && from !== undefined) return { kind: 'smtp' as const, url, from }
  return { kind: DEMO ? ('outbox' as const) : ('none' as const) }
}

/** Nobody but a demonstration does without a scanner unless somebody says so: files wait until then. */
function scannerSettings({ SCANNER: kind, CLAMD_SOCKET: socket = '', DEMO }: z.infer<typeof settings>) {
  if (kind === 'clamd') return { kind, socket }
  return { kind: kind === 'none' || DEMO ? ('none' as const) : ('unset' as const) }
}

/**
 * The settings for a command, which looks for the embedded database by itself when no address is set. Throws ConfigError.
 */
export function readCommandConfig(environment: Readonly<Record<string, string | undefined>> = process.env) {
  const isAddressSet = (environment.DATABASE_URL ?? '') !== ''
  const config = readConfig(
    isAddressSet ? environment : { ...environment, DATABASE_URL: 'postgresql://embedded/connect' },
  )
  return { ...config, databaseUrl: isAddressSet ? config.databaseUrl : undefined }
}

function missing(issue: { code?: string; input?: unknown; message: string }): boolean {
  return issue.code === 'invalid_type' && issue.message.includes('received undefined')
}

export type Config = ReturnType<typeof readConfig>
