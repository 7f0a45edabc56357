// The command line wants to download a native engine that this project never uses
// (migrations run on the WASM engine, see server/migrate.ts): pointing it at a file that exists keeps it offline.
process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= process.execPath

import { defineConfig } from 'prisma/config'

export default defineConfig({ schema: 'prisma/schema', migrations: { path: 'prisma/migrations' } })
