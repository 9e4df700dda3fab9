import { expect, test } from '@playwright/test'
import { portal } from './portal.ts'

test('both servers are ready, on one database', async () => {
  const { address, secondAddress } = portal()
  for (const server of [address, secondAddress]) {
    const answer = await fetch(`${server}/readyz`)
    expect(answer.status, server).toBe(200)
  }
})
