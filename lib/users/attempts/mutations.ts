import { RateLimiterPrisma, RateLimiterRes } from 'rate-limiter-flexible'
import { db } from '@/lib/db/client'
import { reaching } from '@/lib/db/faults'
import { Refusal } from '@/lib/errors/refusal'

const window = 15 * 60
const counter = (keyPrefix: string, points: number) =>
  new RateLimiterPrisma({ storeClient: db, tableName: 'signInAttempt', keyPrefix, points, duration: window })
/** Failures within a quarter of an hour; counted in the database, so that all servers count together. */
const perAccount = counter('account', 5)
const perAddress = counter('address', 30)

async function count(counted: RateLimiterPrisma, key: string): Promise<void> {
  try {
    await reaching(() => counted.consume(key))
  } catch (over) {
    if (!(over instanceof RateLimiterRes)) throw over
    const minutes = Math.max(1, Math.ceil(over.msBeforeNext / 60_000))
    throw new Refusal('tooMany', [{ field: '', code: 'tooManyAttempts', values: { minutes } }])
  }
}

/**
 * Counts an attempt as failed before the password is looked at, so that many at once cannot slip through.
 * Throws `tooMany` with the minutes to wait; there is no difference between accounts that exist and others.
 */
export async function countAttempt(email: string, address: string): Promise<void> {
  await count(perAddress, address)
  await count(perAccount, email)
}

/** The attempt succeeded: it was no failure, and the account's failures before it are forgotten. */
export async function forgiveAttempt(email: string, address: string): Promise<void> {
  await reaching(async () => {
    await perAccount.delete(email)
    await perAddress.reward(address, 1)
  })
}
