import { setTimeout as delay } from 'node:timers/promises'
import { parentPort, workerData } from 'node:worker_threads'
import { createHttpClient } from '../client/http-client.ts'
import { probeInterval } from './probe.ts'

const client = createHttpClient(String(workerData))
const waits: number[] = []
const stop = new AbortController()
parentPort?.once('message', () => stop.abort())

for (let next = performance.now(); !stop.signal.aborted;) {
  await delay(Math.max(0, next - performance.now()))
  next = Math.max(next + probeInterval, performance.now())
  const { status, wait } = await client.send('GET', '/api/v1/secret-questions')
  if (status !== 200) throw new Error(`The probe was answered ${status}.`)
  waits.push(wait)
}
client.close()
parentPort?.postMessage(waits)
