import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { Page } from '@playwright/test'
import { fill, press } from './support/desk'
import { expect, expectAccessible, test, unique } from './support/fixtures'

test.describe.configure({ mode: 'serial' })

/** The language model of these tests: answers every question with `says`, or with a fault. */
let server: Server
let says: { status: number; body: string }
let asked = 0
test.beforeAll(async () => {
  server = createServer((request, response) => {
    asked++
    request.resume().on('end', () => response.writeHead(says.status).end(says.body))
  }).listen(Number(process.env.ENTENTE_E2E_MODEL_PORT), '127.0.0.1')
  await once(server, 'listening')
})
test.afterAll(() => {
  server.closeAllConnections()
  server.close()
})

const answering = (candidates: object[]) => {
  const content = JSON.stringify({ candidates })
  says = { status: 200, body: JSON.stringify({ choices: [{ message: { content } }] }) }
}

/** An article that is being read. */
async function readIn(page: Page, text: string) {
  await page.goto('/desk/intake')
  await fill(page, { text })
  await press(page, 'Put it in the queue')
  await expect(page).toHaveURL(/\/desk\/intake\/\d+/)
  await fill(page, { publisher: 'Trend', publishedOn: '2024-03-11', relation: 'aze-kaz' })
  const alone = page.getByLabel('It stands for itself')
  if (await alone.count()) await alone.check()
  await press(page, 'Store it and find what it states')
  await expect(page.locator('.board')).toBeVisible()
}

test('an editor asks the model: what the text says is shown, what it does not is counted with the reason', async ({
  signedInAs,
}) => {
  const page = await signedInAs('editor')
  const bay = unique('Bay')
  const quote = `The harbour of ${bay} welcomed the delegation with a brass band`
  await readIn(page, `${quote}. Turnover was discussed. The two sides spoke of ${bay} again.`)
  answering([
    { quote, kind: 'event', title: `The harbour of ${bay}` },
    { quote: `${bay} received nine billion dollars`, kind: 'observation', value: '9', unitMult: 9, unit: 'USD' },
    { quote: 'Turnover was discussed', kind: 'observation', value: '3', unit: 'times' },
    { quote: 'Turnover was discussed', kind: 'prophecy' },
  ])
  await press(page, 'Ask the language model')
  const told = page.locator('.advice')
  await expect(told).toContainText('The model made 4 suggestions: 1 new, 0 at places known already, 3 dropped.')
  await expect(told).toContainText('1 quotes words that the text does not have')
  await expect(told).toContainText('1 has no number in the quote')
  await expect(told).toContainText('1 was of no known kind')
  const card = page.locator('.candidate', { hasText: `The harbour of ${bay}` })
  await expect(card).toBeVisible()
  await expect(page.locator('.candidate', { hasText: 'nine billion' })).toHaveCount(0)
  await expectAccessible(page)
  await press(page, 'Ask the language model')
  await expect(told).toContainText('0 new, 1 at places known already, 3 dropped.')
})

test('a model that fails or talks nonsense changes nothing, and says so', async ({ signedInAs }) => {
  const page = await signedInAs('editor')
  await readIn(page, `Nothing much happened at ${unique('the meeting')}. They met.`)
  const cards = await page.locator('.candidate').count()
  const before = asked
  for (const [status, body, sentence] of [
    [500, 'no', /server answered with 500/],
    [200, 'Sure, here you are!', /no list of candidates/],
    [200, ' '.repeat(1_500_000), /too long to be read/],
  ] as const) {
    says = { status, body }
    await press(page, 'Ask the language model')
    await expect(page.locator('.advice').getByText(sentence)).toBeVisible()
  }
  expect(asked).toBe(before + 3)
  await page.reload()
  await expect(page.locator('.candidate')).toHaveCount(cards)
})
