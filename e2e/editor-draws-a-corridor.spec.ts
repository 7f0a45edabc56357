import { faultBeside, fill, press } from './support/desk'
import { expect, expectAccessible, test, unique } from './support/fixtures'

test('an editor enters a corridor: a place, its members, its places in order and a leg, and sees it drawn', async ({
  signedInAs,
}) => {
  const page = await signedInAs('editor')
  const [port, corridor] = [unique('Port'), unique('Ferry line')]
  await page.goto('/desk/entities/new')
  await fill(page, { name: port, kind: 'place', members: 'Kazakhstan', lat: '44.55', lon: '50.25' })
  await press(page, 'Save')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(port)

  await page.goto('/desk/entities/new')
  await fill(page, { name: corridor, kind: 'corridor', members: 'Azerbaijan\nKazakhstan' })
  await press(page, 'Save')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(corridor)
  await expectAccessible(page)

  await page.getByRole('link', { name: 'See the page' }).click()
  await expect(page.getByText(`${corridor} has no places yet`)).toBeVisible()
  await page.goBack()

  await fill(page, { nodes: `${port}\nKazMunayGas`, 'legs.0.from': port, 'legs.0.to': 'Baku', 'legs.0.mode': 'sea' })
  await press(page, 'Save places and legs')
  await expect(faultBeside(page, 'legs.0.to')).toContainText('not one of the places above')
  await fill(page, { nodes: `${port}\nBaku\nKazMunayGas` })
  await press(page, 'Save places and legs')
  await expect(faultBeside(page, 'nodes')).toContainText('not a place')
  await expect(page.locator('[name="legs.0.from"]')).toHaveValue(port)
  await fill(page, { nodes: `${port}\nBaku` })
  await press(page, 'Save places and legs')
  await expect(page).toHaveURL(/did=saved/)

  await page.getByRole('link', { name: 'See the page' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(corridor)
  const map = page.getByRole('group', { name: `Map of the ${corridor}` })
  await expect(map.getByRole('link', { name: port })).toBeVisible()
  await expect(page.locator('#route')).toContainText('→ Baku by sea')
  await expect(page.locator('#narrow')).toContainText('No capacity of a whole place or leg is recorded')
  await page.getByLabel('Corridor', { exact: true }).selectOption({ label: 'Middle Corridor' })
  await page.getByRole('button', { name: 'Show' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Middle Corridor')
})
