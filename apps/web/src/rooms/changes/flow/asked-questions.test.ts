import { expect, it } from 'vitest'
import { newIn } from './asked-questions.ts'

const town = { id: 'town', label: 'What town do you stay in?' }
const address = { id: 'newAddress', label: 'What is the new address?' }

it('tells of a question that stands where another one stood', () => {
  expect(newIn([town], [address])).toEqual({ labels: [address.label], isAnother: true })
  expect(newIn([town, address], [town])).toEqual({ labels: [], isAnother: true })
})

it('tells nothing of the same questions in another language', () => {
  const spanish = { ...town, label: '¿En qué ciudad o pueblo se queda?' }
  expect(newIn([town], [spanish])).toEqual({ labels: [], isAnother: false })
})
