import createFetchClient, { type Client } from 'openapi-fetch'
import type { paths } from './schema.gen.ts'

export type { components, paths } from './schema.gen.ts'

/** A client of the REST API, typed by its OpenAPI document. */
export type ConnectClient = Client<paths>

export interface ClientOptions {
  /** Where the portal is, such as `https://connect.example.gov`; the page's own origin when left out. */
  readonly baseUrl?: string
  /** An API token (`ct_…`); browsers use the session cookie instead. */
  readonly token?: string
  /** Another `fetch`, for tests and for retries. */
  readonly fetch?: (request: Request) => Promise<Response>
}

/** Makes a client. Nothing is sent before the first call. */
export function createClient({ baseUrl = '', token, fetch }: ClientOptions = {}): ConnectClient {
  return createFetchClient<paths>({
    baseUrl,
    ...(fetch === undefined ? {} : { fetch }),
    ...(token === undefined ? {} : { headers: { authorization: `Bearer ${token}` } }),
  })
}
