import { vi } from 'vitest'

/** Lets requests be made as a page makes them, by paths alone: Node takes no address without an origin. */
export function stubPageRequests(): void {
  const { Request } = globalThis
  vi.stubGlobal(
    'Request',
    class extends Request {
      constructor(input: string, init: RequestInit) {
        super(new URL(input, 'https://connect.example.gov'), init)
      }
    },
  )
}
