import { fedCase, fedNotice } from '@connect/contract/rooms/case-feed'
import { expect, it } from 'vitest'
import * as builders from './fed-case.ts'

it('what is built is what the feed takes', () => {
  expect(fedCase.safeParse(builders.aFedCase()).success).toBe(true)
  const head = builders.aFedMember()
  const child = builders.aFedChild()
  const family = builders.aFedCase({
    members: [head, child],
    programs: [builders.aFedProgram([head.memberId, child.memberId], { program: 'HUSKY_A' })],
    payments: [],
  })
  expect(fedCase.safeParse(family).success).toBe(true)
  expect(fedNotice.safeParse(builders.aFedNotice()).success).toBe(true)
})

it('nobody is built twice', () => {
  const ids = Array.from({ length: 1000 }, () => builders.aClientId())
  expect(new Set(ids).size).toBe(ids.length)
  expect(ids.every((id) => /^9\d{8}$/.test(id))).toBe(true)
})
