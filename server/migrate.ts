import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join, resolve } from 'node:path'
import { PrismaPg } from '@prisma/adapter-pg'
import { bindMigrationAwareSqlAdapterFactory, DriverAdapterError } from '@prisma/driver-adapter-utils'
import type { MigrationList, SchemaEngine } from '@prisma/schema-engine-wasm'
import pg from 'pg'
import { Stop } from './stop'

const migrationLock = 0x6d696772617465n
const noFilter = { externalTables: [], externalEnums: [] }

/**
 * Applies the migrations of a folder that the database does not have yet, one process at a time, and keeps Prisma's
 * ordinary `_prisma_migrations` table, so that `prisma migrate` goes on working where its native engine can be had.
 * @returns the names of the migrations applied now, oldest first.
 * @throws Stop naming the migration and what PostgreSQL said.
 */
export async function migrate(databaseUrl: string, folder = 'prisma/migrations'): Promise<string[]> {
  const guard = new pg.Client({ connectionString: databaseUrl, connectionTimeoutMillis: 5000 })
  guard.on('error', () => {})
  await guard.connect()
  // One connection: the engine takes a lock and writes its table on the same one.
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 1 })
  pool.on('error', () => {})
  try {
    await guard.query('select pg_advisory_lock($1)', [migrationLock])
    return await apply(pool, resolve(folder))
  } finally {
    // The engine's own lock lasts as long as its connection.
    await pool.end()
    await guard.end()
  }
}

async function apply(pool: pg.Pool, folder: string): Promise<string[]> {
  const migrationsList = readMigrations(folder)
  let refused: { message: string; position?: string } | undefined
  const engine = await createEngine(pool, (error) => {
    refused = error
  })
  try {
    const state = await engine.diagnoseMigrationHistory({
      migrationsList,
      optInToShadowDatabase: false,
      filters: noFilter,
    })
    // Each script runs in one transaction, so a migration that failed or was killed left nothing behind: try it again.
    for (const migrationName of state.failedMigrationNames) await engine.markMigrationRolledBack({ migrationName })
    const { appliedMigrationNames } = await engine.applyMigrations({ migrationsList, filters: noFilter })
    return appliedMigrationNames
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error)
    const name = said.match(/migration_name="([^"]+)"/)?.[1]
    throw new Stop(
      `${name ? `The migration ${name}` : 'The migration'} could not be applied: ${refused?.message ?? said}`,
    )
  } finally {
    engine.free()
  }
}

function readMigrations(folder: string): MigrationList {
  const lock = join(folder, 'migration_lock.toml')
  const names = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory())
  return {
    baseDir: folder,
    lockfile: { path: 'migration_lock.toml', content: existsSync(lock) ? readFileSync(lock, 'utf8') : null },
    shadowDbInitScript: '',
    migrationDirectories: names
      .map(({ name }) => name)
      .sort()
      .map((path) => ({
        path,
        migrationFile: {
          path: 'migration.sql',
          content: { tag: 'ok', value: readFileSync(join(folder, path, 'migration.sql'), 'utf8') },
        },
      })),
  }
}

type EngineModule = { SchemaEngine: typeof SchemaEngine; __wbg_set_wasm(exports: WebAssembly.Exports): void }
let loaded: Promise<EngineModule> | undefined

/**
 * Prisma's schema engine compiled to WebAssembly: the native one would have to be downloaded. The package's own entry
 * imports a .wasm file, which Node cannot do, so it is put together here, once: its glue knows only one instance.
 */
async function loadEngine(): Promise<EngineModule> {
  const module = '@prisma/schema-engine-wasm/schema_engine_bg'
  const path = createRequire(import.meta.url).resolve(module)
  const glue: EngineModule = await import(module)
  const bytes = await readFile(path.replace(/\.js$/, '.wasm'))
  const imports = { './schema_engine_bg.js': glue as unknown as WebAssembly.ModuleImports }
  const { instance } = await WebAssembly.instantiate(bytes, imports)
  // The engine reports a panic through this global before it throws a bare "unreachable".
  Object.assign(globalThis, { PRISMA_WASM_PANIC_REGISTRY: { set_message: (text: string) => console.error(text) } })
  glue.__wbg_set_wasm(instance.exports)
  const begin = instance.exports.__wbindgen_start
  if (typeof begin === 'function') begin()
  return glue
}

async function createEngine(pool: pg.Pool, onRefusal: (error: pg.DatabaseError) => void) {
  loaded ??= loadEngine()
  const { SchemaEngine } = await loaded
  const adapter = bindMigrationAwareSqlAdapterFactory(new WholeScripts(pool, onRefusal))
  const datamodel = 'datasource db {\n  provider = "postgresql"\n}\n'
  return SchemaEngine.new({ datamodels: [['schema.prisma', datamodel]] }, () => {}, adapter)
}

/**
 * Prisma's adapter cuts a script at every semicolon, also inside function bodies, texts and comments. PostgreSQL takes
 * the script whole, and then as one transaction.
 */
class WholeScripts extends PrismaPg {
  constructor(
    pool: pg.Pool,
    private readonly onRefusal: (error: pg.DatabaseError) => void,
  ) {
    super(pool)
  }

  override async connect() {
    const adapter = await super.connect()
    adapter.executeScript = async (script: string) => {
      try {
        await adapter.underlyingDriver().query(script)
      } catch (error) {
        if (!(error instanceof pg.DatabaseError)) throw error
        this.onRefusal(error)
        throw new DriverAdapterError({
          kind: 'postgres',
          code: error.code ?? '',
          severity: error.severity ?? 'ERROR',
          message: error.message,
          detail: error.detail,
          column: error.column,
          hint: error.hint,
        })
      }
    }
    return adapter
  }
}
