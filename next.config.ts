import type { NextConfig } from 'next'

const config: NextConfig = {
  // Two builds of one checkout (a developer's server and a test run) must not overwrite each other.
  distDir: process.env.ENTENTE_BUILD_DIR ?? '.next',
  // Pages that only a bench needs (app/bench) are no part of an ordinary build.
  pageExtensions: process.env.ENTENTE_BENCH === '1' ? ['tsx', 'ts', 'bench.tsx', 'bench.ts'] : ['tsx', 'ts'],
  poweredByHeader: false,
  // Responses are compressed once, where they are kept (server/page-cache.ts).
  compress: false,
  reactStrictMode: true,
  // `npm run verify` checks types, tests included; a start must not wait for it, nor fail by a test file.
  typescript: { ignoreBuildErrors: true },
  // The server itself refuses what is too large for its address (server/body-limit.ts): 2 MB, a document for the intake.
  experimental: { serverActions: { bodySizeLimit: '21mb' } },
  // Browsers ask for it where a document names no icon: a picture, a file, an answer of JSON.
  redirects: async () => [{ source: '/favicon.ico', destination: '/icon.svg', permanent: true }],
  serverExternalPackages: ['@napi-rs/canvas', '@node-rs/argon2', 'pg'],
}

export default config
