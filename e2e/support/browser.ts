import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { chromium } from '@playwright/test'

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge', 'msedge']
const elsewhere = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
]

/** Arguments that let a browser run in a container, and keep it from talking to its maker meanwhile. */
export const browserArguments = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/**
 * The path of a Chromium: the system's, else the one Playwright has downloaded, else one that is installed now
 * (Playwright's download, then Debian's package). Says what it does. Throws a sentence when there is no way.
 */
export function findOrInstallBrowser(say: (line: string) => void = console.log): string {
  const found = findBrowser()
  if (found) return found
  const ways = [
    { title: "Playwright's Chromium", command: ['npx', 'playwright', 'install', 'chromium', '--no-shell'] },
    ...(process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')
      ? [
          { title: 'the package lists', command: ['apt-get', 'update'] },
          {
            title: 'the package chromium',
            command: ['apt-get', 'install', '-y', '--no-install-recommends', 'chromium'],
          },
        ]
      : []),
  ]
  for (const { title, command } of ways) {
    say(`No browser was found: installing ${title} (${command.join(' ')})`)
    try {
      execFileSync(command[0]!, command.slice(1), {
        stdio: ['ignore', 'ignore', 'inherit'],
        shell: process.platform === 'win32',
        env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
      })
    } catch {
      say(`${title} could not be installed here.`)
    }
    const installed = findBrowser()
    if (installed) return installed
  }
  throw new Error('The browser tests need Chromium, Chrome or Edge: install one, then run them again.')
}

/** The path of a browser that is there already, or undefined. ENTENTE_TEST_BROWSER names one and wins. */
export function findBrowser(): string | undefined {
  const folders = (process.env.PATH ?? '').split(delimiter)
  const onPath = names.flatMap((name) => folders.map((folder) => join(folder, name)))
  const candidates = [process.env.ENTENTE_TEST_BROWSER, ...onPath, ...elsewhere, chromium.executablePath()]
  return candidates.find((path) => path && existsSync(path))
}
