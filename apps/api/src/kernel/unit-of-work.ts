export type { Commit, StatementPool, Transaction } from './unit-of-work.store.ts'
