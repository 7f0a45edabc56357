import { defineConfig, devices } from '@playwright/test'
import { browserArguments, findOrInstallBrowser } from './e2e/support/browser'
import { freePort } from './e2e/support/server'

// This file is read again by every worker: what the first reading chose reaches the others through the environment.
process.env.ENTENTE_TEST_BROWSER ||= findOrInstallBrowser()
process.env.ENTENTE_E2E_PORT ||= String(await freePort())
process.env.ENTENTE_E2E_MODEL_PORT ||= String(await freePort())

export default defineConfig({
  testDir: 'e2e',
  globalSetup: './e2e/support/global-setup.ts',
  workers: 2,
  fullyParallel: true,
  forbidOnly: Boolean(process.env.CI),
  retries: 0,
  timeout: 120_000,
  expect: { timeout: 10_000 },
  // scripts/test.ts adds up the counts of all kinds of tests.
  reporter: process.env.PLAYWRIGHT_JSON_OUTPUT_FILE ? [['list'], ['json']] : [['list']],
  use: {
    ...devices['Desktop Chrome'],
    baseURL: `http://localhost:${process.env.ENTENTE_E2E_PORT}`,
    locale: 'en-GB',
    timezoneId: 'Asia/Baku',
    // Recording every step costs as much as the test itself: asked for where a failure is looked into.
    trace: process.env.ENTENTE_E2E_TRACE ? 'retain-on-failure' : 'off',
    launchOptions: { executablePath: process.env.ENTENTE_TEST_BROWSER, args: browserArguments },
  },
})
