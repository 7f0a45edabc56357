import { randomBytes } from 'node:crypto'

/** Writes the cause of an unexpected failure to the server's log and returns the short name a person can quote. */
export function logIncident(where: string, error: unknown): string {
  const incident = randomBytes(4).toString('hex')
  const cause = error instanceof Error ? (error.stack ?? error.message) : String(error)
  console.error(
    `incident ${incident} in ${where}: ${cause.replace(/(postgres(?:ql)?:\/\/[^:@/\s]+):[^@\s]+@/g, '$1:***@')}`,
  )
  return incident
}
