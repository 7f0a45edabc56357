import { expect, test } from 'vitest'
import { db } from '@/lib/db/client'
import { fresh } from '@/scripts/tests/desk'
import { countAttempt, forgiveAttempt } from './mutations'

const answerTo = (email: string, address: string) =>
  countAttempt(email, address).then(
    () => 'allowed',
    (error) => error.faults[0].values.minutes,
  )

test('an account is tried five times in a quarter of an hour, from wherever', async () => {
  const email = fresh('somebody')
  for (let i = 0; i < 5; i++) expect(await answerTo(email, fresh('address'))).toBe('allowed')
  expect(await answerTo(email, fresh('address'))).toBe(15)
  expect(await answerTo(fresh('somebody-else'), fresh('address'))).toBe('allowed')
})

test('an address tries thirty times, whatever the account', async () => {
  const address = fresh('address')
  for (let i = 0; i < 30; i++) expect(await answerTo(fresh('somebody'), address)).toBe('allowed')
  expect(await answerTo(fresh('somebody'), address)).toBe(15)
})

test('many attempts at once do not slip through', async () => {
  const email = fresh('somebody')
  const answers = await Promise.all(Array.from({ length: 12 }, () => answerTo(email, fresh('address'))))
  expect(answers.filter((a) => a === 'allowed')).toHaveLength(5)
})

test('a success is no failure: it forgets those of the account and is not counted against the address', async () => {
  const [email, address] = [fresh('somebody'), fresh('address')]
  for (let round = 0; round < 8; round++) {
    for (let i = 0; i < 4; i++) await countAttempt(email, fresh('address'))
    await countAttempt(email, address)
    await forgiveAttempt(email, address)
  }
  expect((await db.signInAttempt.findFirst({ where: { key: { contains: address } } }))?.points).toBe(0)
})

test('the window ends', async () => {
  const email = fresh('somebody')
  for (let i = 0; i < 6; i++) await answerTo(email, fresh('address'))
  await db.signInAttempt.updateMany({ where: { key: { contains: email } }, data: { expire: new Date(Date.now() - 1) } })
  expect(await answerTo(email, fresh('address'))).toBe('allowed')
})
