import type { TestApp } from './test-app.ts'

export interface Operation {
  readonly operationId: string
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /** As the document has it, behind `/api/v1`: `/account/sessions/{id}`. */
  readonly path: string
  /** What stands in braces in it. */
  readonly ids: readonly string[]
  /** The type of its body; undefined where it takes none. */
  readonly mediaType: string | undefined
  /** Whom it wants to know, as the document says: nobody, whoever signed in, or a token. */
  readonly security: 'session' | 'token' | undefined
}

interface DocumentedOperation {
  readonly operationId?: string
  readonly requestBody?: { readonly content?: Readonly<Record<string, unknown>> }
  readonly security?: readonly Readonly<Record<string, unknown>>[]
}

/** Every operation of the running routes. */
export function operationsOf({ app }: TestApp): Operation[] {
  const { paths = {} } = app.swagger()
  return Object.entries(paths).flatMap(([address, methods]) =>
    Object.entries(methods as Readonly<Record<string, DocumentedOperation>>).map(([method, operation]) => ({
      operationId: operation.operationId ?? '',
      method: method.toUpperCase() as Operation['method'],
      path: address.replace('/api/v1', ''),
      ids: [...address.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name),
      mediaType: Object.keys(operation.requestBody?.content ?? {})[0],
      security: Object.keys(operation.security?.[0] ?? {})[0] as Operation['security'],
    })),
  )
}

/** The address of an operation with these ids in it. */
export function addressOf({ path }: Operation, ids: Readonly<Record<string, string>>): string {
  return path.replaceAll(/\{(\w+)\}/g, (_braces, name: string) => ids[name] ?? '')
}
