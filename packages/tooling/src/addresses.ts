import { createServer } from 'node:net'

const hints: Readonly<Record<string, string>> = {
  EADDRINUSE: 'Something else listens there. Stop it, or choose another port with PORT.',
  EACCES: 'This user may not listen there. Choose a port above 1023 with PORT.',
  EADDRNOTAVAIL: 'This machine does not have that address. Correct HOST.',
  ENOTFOUND: 'That name is not known. Correct HOST.',
}

/** Why nobody could listen at an address now, as one line that says what to do; null when one could. */
export async function listenFault(host: string, port: number): Promise<string | null> {
  const code = await new Promise<string | null>((resolve) => {
    const probe = createServer()
    probe.once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message))
    probe.listen({ host, port }, () => probe.close(() => resolve(null)))
  })
  if (code === null) return null
  return `ConneCT cannot listen on ${host}:${port} (${code}). ${hints[code] ?? 'Choose others with HOST and PORT.'}`
}

/** A port of this machine that nobody listens on now. */
export async function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen({ host: '127.0.0.1', port: 0 }, () => {
      const address = probe.address()
      probe.close(() => {
        if (typeof address === 'object' && address !== null) resolve(address.port)
        else reject(new Error('The system gave no port.'))
      })
    })
  })
}
