export type { Commit, Transaction } from './unit-of-work.store.ts'
