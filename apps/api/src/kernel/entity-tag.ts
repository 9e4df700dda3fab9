import { Problem } from './problem.ts'

/** A strong `ETag` (RFC 9110, section 8.8.3) of a version that is written in plain letters and digits. */
export function entityTag(version: string): string {
  return `"${version}"`
}

/**
 * Says whether an `If-Match` names this version, by the strong comparison (RFC 9110, section 13.1.1). Throws
 * `request.version_missing` when there is no such header.
 */
export function isMatch(ifMatch: string | undefined, version: string): boolean {
  if (ifMatch === undefined || ifMatch.trim() === '') throw new Problem('request.version_missing')
  const tags = ifMatch.split(',').map((tag) => tag.trim())
  return tags.includes('*') || tags.includes(entityTag(version))
}
