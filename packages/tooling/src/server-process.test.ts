import { expect, test } from 'vitest'
import { serverEnvironment } from './server-process.ts'

test('the server gets every setting but the address of the database’s owner', () => {
  const own = { PORT: '3000', DATABASE_URL: 'the owner’s', MIGRATION_DATABASE_URL: 'the owner’s' }
  expect(serverEnvironment(own, { DATABASE_URL: 'the restricted role’s', DEMO: '1' })).toEqual({
    PORT: '3000',
    DATABASE_URL: 'the restricted role’s',
    DEMO: '1',
  })
})
