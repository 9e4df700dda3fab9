import { expect, test } from 'vitest'
import { placeOf } from './start-database.ts'

test('where the data lie is the data folder, unless the database could not be put below it', () => {
  expect(placeOf('/home/ana/.data/postgres/cluster', '/home/ana/.data')).toBe('/home/ana/.data')
  expect(placeOf('/home/ana/.data/..postgres', '/home/ana/.data')).toBe('/home/ana/.data')
  expect(placeOf('/var/lib/connect-a1/cluster', '/home/ana/.data')).toBe(
    '/var/lib/connect-a1/cluster, the keys in /home/ana/.data',
  )
})
