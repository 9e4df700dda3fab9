import { expect, it } from 'vitest'
import { added, createPersonChoices, type GivenPerson } from './person-choice.ts'

const begun: GivenPerson = { value: { firstName: '' }, birthDate: '' }
const typed: GivenPerson = { value: { firstName: 'Ana', lastName: 'Rivera' }, birthDate: '3//2019' }
const member: GivenPerson = { value: { memberId: 'm-1' }, birthDate: '' }

it('the choice of somebody new begins with an empty name', () => {
  const choose = createPersonChoices()
  expect(choose(added, { value: undefined, birthDate: '' }, false)).toEqual(begun)
  expect(choose('m-1', begun, true)).toEqual(member)
})

it('what was typed of somebody is there again after somebody else was picked by mistake', () => {
  const choose = createPersonChoices()
  expect(choose('m-1', typed, true)).toEqual(member)
  expect(choose('m-2', member, false)).toEqual({ ...member, value: { memberId: 'm-2' } })
  expect(choose(added, member, false)).toEqual(typed)
})
