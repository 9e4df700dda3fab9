/** Whether a PDF is asked for by name, and JSON is not wanted more (RFC 9110, section 12.5.1). */
export function prefersPdf(accept = ''): boolean {
  const weights = new Map(
    accept.split(',').map((range) => {
      const [type = '', ...parameters] = range.split(';').map((part) => part.trim().toLowerCase())
      const weight = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2)
      return [type, weight === undefined ? 1 : Number(weight)] as const
    }),
  )
  const wanted = weights.get('application/pdf') ?? 0
  return wanted > 0 && wanted >= (weights.get('application/json') ?? 0)
}
