import { existsSync } from 'node:fs'
import path from 'node:path'
import { connectDatabase } from '@connect/prisma/connect'
import { databaseState } from '@connect/prisma/state'
import { createCaptcha } from './adapters/captcha/create-captcha.ts'
import { createPostgresDocumentStore } from './adapters/document-store/postgres-document.store.ts'
import { createMail } from './adapters/mail/create-mail.ts'
import { createScanner } from './adapters/scanner/create-scanner.ts'
import type { Config } from './config.ts'
import { countRefusal, createRecordAudit } from './kernel/audit/audit.store.ts'
import { createSealer } from './kernel/audit/sealer.ts'
import { createHashing, type HashingCosts } from './kernel/hashing.ts'
import { generateKeys, type Keys } from './kernel/key-ring.ts'
import { loadKeys } from './kernel/keys.ts'
import { createLookup } from './kernel/lookup.ts'
import { createNotices } from './kernel/notices.ts'
import { countInWindow, giveBackInWindow, readWindow } from './kernel/rate-limit.store.ts'
import { createRateLimits } from './kernel/rate-limit.ts'
import { createRecordCipher } from './kernel/record-cipher.ts'
import { createSweeper } from './kernel/sweeper.ts'
import { createCommit } from './kernel/unit-of-work.store.ts'
import { createDraining } from './plugins/draining.ts'
import { createMetrics } from './plugins/metrics.ts'
import { createAccountMessagesService } from './rooms/account/account-messages.service.ts'
import { createOwnAccount } from './rooms/account/account-own.service.ts'
import { createAccountService } from './rooms/account/account.service.ts'
import { createCaseAssociation } from './rooms/cases/case-association.service.ts'
import { createCaseBelongingsService } from './rooms/cases/case-belongings.service.ts'
import { createCaseFeeding } from './rooms/cases/case-feeding.service.ts'
import { createCaseReading } from './rooms/cases/case-reading.service.ts'
import { createAgencyReports } from './rooms/changes/agency-reports.service.ts'
import { createChangeReporting } from './rooms/changes/change-reporting.service.ts'
import { createReportBelongingsService } from './rooms/changes/report-belongings.service.ts'
import { createContentService } from './rooms/content/content.service.ts'
import { createDocuments } from './rooms/documents/documents.service.ts'
import { createTokenCheck } from './rooms/integrations/token-check.service.ts'
import { createTokensService } from './rooms/integrations/tokens.service.ts'
import { createDemoService } from './rooms/demo/demo.service.ts'
import { createOutboxService } from './rooms/outbox/outbox.service.ts'
import { createReceipts } from './rooms/receipts/receipts.service.ts'
import { createRecoveryService } from './rooms/recovery/recovery.service.ts'
import { createReminderService } from './rooms/recovery/reminder.service.ts'
import { createResetService } from './rooms/recovery/reset.service.ts'
import { createSessionService } from './rooms/session/session.service.ts'

/** The database is not what this code was written for; the message is for whoever starts it. */
class DatabaseStateError extends Error {
  override readonly name = 'DatabaseStateError'
}

/** Seconds. */
const day = 24 * 60 * 60

/** Puts the parts together. Throws when the database or the keys do not fit this code. */
export async function createDependencies(config: Config, onError: OnError, hashingCosts?: HashingCosts) {
  const { prisma, pool, close } = connectDatabase({ url: config.databaseUrl, poolSize: config.databasePool })
  try {
    const found = await databaseState(pool)
    if (found.state !== 'current') throw new DatabaseStateError(found.detail)
    const keys = await loadKeys({ keysFile: config.keysFile, database: prisma })
    const deps = await assembleDependencies(config, { prisma, pool, close, keys, onError, hashingCosts })
    await deps.receipts.keys.publish()
    return { ...deps, addedKeys: keys.addedKinds }
  } catch (error) {
    await close()
    throw error
  }
}

/**
 * The same parts for asking the routes what they are, with keys that nothing was made with. No database is asked as
 * long as no request is made.
 */
export async function createDependenciesForDocument(config: Config) {
  const connections = connectDatabase({ url: config.databaseUrl })
  return assembleDependencies(config, { ...connections, keys: generateKeys(), onError: () => undefined })
}

/** Told of failures in the background: the work is tried again, and somebody should know. */
type OnError = (error: unknown) => void

type Foundations = Pick<ReturnType<typeof connectDatabase>, 'prisma' | 'pool' | 'close'> & {
  keys: Keys
  onError: OnError
  /** Cheaper than in service: for tests of something else than hashing. */
  hashingCosts?: HashingCosts | undefined
}

/** Everything that the app is built from; opens nothing by itself. */
async function assembleDependencies(
  config: Config,
  { prisma, pool, close, keys, onError, hashingCosts }: Foundations,
) {
  const lookup = createLookup(keys)
  const recordAudit = createRecordAudit(lookup)
  const cipher = createRecordCipher(keys)
  const hashing = createHashing({
    keys,
    threadPoolSize: config.threadPoolSize,
    ...(hashingCosts && { costs: hashingCosts }),
  })
  const commit = createCommit(prisma)
  const captcha = createCaptcha(config.captcha, keys, () => new URL(publicUrl).hostname)
  const rateLimits = createRateLimits({
    lookup,
    count: (limit, subject, seconds) => countInWindow(pool, limit, subject, seconds),
    read: (limit, subject, seconds) => readWindow(pool, limit, subject, seconds),
    giveBack: (limit, subject, seconds) => giveBackInWindow(pool, limit, subject, seconds),
    countRefusal: (limit) => countRefusal(prisma, limit),
  })
  const content = createContentService({ db: prisma, cipher, rateLimits, recordAudit })
  const mail = createMail({
    settings: config.mail,
    database: prisma,
    pool,
    cipher,
    publicUrl: () => publicUrl,
    support: () => content.line('myaccount-support'),
    onError,
  })
  const notices = createNotices({ cipher, schedule: mail.schedule })
  const session = createSessionService({
    db: prisma,
    pool,
    commit,
    hashing,
    cipher,
    lookup,
    rateLimits,
    recordAudit,
    countRefusal: (limit) => countRefusal(prisma, limit),
    onLocked: (accountId) => caseAssociation.reviews.lockedAccount(accountId),
    onError,
  })
  const shared = { db: prisma, commit, hashing, cipher, lookup, notices, recordAudit }
  const counting = {
    countRefusal: (limit: string) => countRefusal(prisma, limit),
    countReminder: async (address: Uint8Array) => (await countInWindow(pool, 'reminded', address, day)).count,
  }
  const documents = createDocuments({
    ...shared,
    store: createPostgresDocumentStore(pool),
    scanner: createScanner(config.scanner),
    isDraining: () => draining.begun(),
    pool,
    onError,
  })
  const receipts = createReceipts({
    ...shared,
    keys,
    rateLimits,
    publicUrl: () => publicUrl,
    support: () => content.line('client-information'),
  })
  const recovery = createRecoveryService({ ...shared, ...counting })
  const ownAccount = createOwnAccount({
    ...shared,
    ...counting,
    rateLimits,
    recovery,
    session,
    caseBelongings: createCaseBelongingsService({ db: prisma, cipher, onError }),
    reportBelongings: createReportBelongingsService({
      ...shared,
      documents: documents.attachment,
      receipts: receipts.own,
      onError,
    }),
    onError,
    publicUrl: () => publicUrl,
  })
  const account = createAccountService({
    db: prisma,
    hashing,
    cipher,
    lookup,
    rateLimits,
    recordAudit,
    email: ownAccount.email,
  })
  const sealer = createSealer({ prisma, keys, onError })
  const sweeper = createSweeper({ prisma, onError })
  const draining = createDraining()
  const caseAssociation = createCaseAssociation({ ...shared, ...counting, session, onError })
  const caseFeeding = createCaseFeeding({ ...shared, isDraining: draining.begun, onError })
  const caseReading = createCaseReading({ pool, cipher, commit, recordAudit })
  let publicUrl = config.publicUrl ?? config.defaultPublicUrl(config.port)
  return {
    config,
    pool,
    commit,
    lookup,
    cipher,
    captcha,
    rateLimits,
    notices,
    mail,
    account,
    ownAccount,
    messages: createAccountMessagesService({ db: prisma, commit, recordAudit }),
    session,
    caseAssociation,
    caseFeeding,
    caseReading,
    changeReporting: createChangeReporting({
      ...shared,
      cases: caseReading.cases,
      documents: documents.attachment,
      receipts: receipts.issuing,
      onError,
    }),
    agencyReports: createAgencyReports({ ...shared, documents, receipts: receipts.issuing, onError }),
    documents,
    identifyToken: createTokenCheck({ db: prisma, pool, rateLimits, recordAudit, onError }),
    tokens: createTokensService({ db: prisma, commit, recordAudit }),
    recovery: {
      recovery,
      reset: createResetService({ ...shared, email: ownAccount.email, session }),
      reminder: createReminderService({ ...shared, ...counting }),
    },
    receipts,
    content,
    outbox: createOutboxService(mail),
    demo: createDemoService({ db: prisma, commit, feeding: caseFeeding, codes: caseAssociation.codes }),
    sealer,
    sweeper,
    hashingMetrics: hashing.metrics,
    metrics: createMetrics({
      hashing,
      countMail: mail.count,
      countWaitingFiles: documents.checks.waiting,
    }),
    /** Whether the SPA is built. */
    hasPages: existsSync(path.join(config.webRoot, 'index.html')),
    captchaSources:
      captcha.provider === 'recaptcha' ? ['https://www.google.com', 'https://www.gstatic.com'] : [],
    draining,
    /** A database that is migrated further serves this code as well: both versions run while a new one is rolled out. */
    isReady: async () =>
      !draining.begun() && ['current', 'ahead'].includes((await databaseState(pool)).state),
    publicUrl: () => publicUrl,
    /** Told once the port is known, when it was left to the system. */
    setActualPort: (port: number) => {
      publicUrl = config.publicUrl ?? config.defaultPublicUrl(port)
    },
    /** Finishes what is under way in the background of requests, then closes every connection. */
    close: async () => {
      await Promise.all([mail.stop(), documents.checks.stop()])
      await close()
    },
  }
}

export type Dependencies = Awaited<ReturnType<typeof assembleDependencies>>
