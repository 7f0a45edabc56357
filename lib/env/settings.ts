import { z } from 'zod'

/** What the program may be told from outside. Every other module takes a `Settings`, never `process.env`. */
export type Settings = {
  /** Connection string of a PostgreSQL to use; null means the embedded one in `dataDir`. */
  databaseUrl: string | null
  port: number
  /** Address to listen on; null means every address of the machine. */
  host: string | null
  /** The public address, without a slash at its end. */
  url: string
  dataDir: string
  /** Signs sessions; null means the one kept in `dataDir` (embedded only). */
  secret: string | null
  adminEmail: string
  adminPassword: string | null
  read: 'public' | 'members'
  /** A proxy of ours stands in front and says whose address a request comes from. */
  behindProxy: boolean
  /** Milliseconds one SQL statement may take before PostgreSQL ends it. */
  statementTimeout: number
  /** Milliseconds one request may take before it is answered with 503. */
  requestTimeout: number
  /** Whether the server itself may fetch addresses that people name. */
  fetch: boolean
  /** An OpenAI-compatible language model that may suggest candidates; null means none. */
  model: { url: string; name: string; key: string | null; patience: number; daily: number } | null
  /** Bytes of rendered pages kept in memory. */
  pageCacheBytes: number
  buildDir: string
}

/** One sentence per fault: which setting, what it is (never for a secret) and what is asked of it. */
export type SettingsResult = { ok: true; settings: Settings } | { ok: false; faults: string[] }

const secretSettings = new Set(['DATABASE_URL', 'ENTENTE_SECRET', 'ENTENTE_ADMIN_PASSWORD', 'ENTENTE_MODEL_KEY'])

const wholeNumber = (from: number, to: number) =>
  z
    .string()
    .regex(/^\d{1,9}$/)
    .transform(Number)
    .refine((n) => n >= from && n <= to)

const webAddress = z.string().refine((text) => {
  if (!URL.canParse(text)) return false
  const url = new URL(text)
  return (url.protocol === 'http:' || url.protocol === 'https:') && url.pathname === '/' && !url.search && !url.username
})

const modelAddress = z.string().refine((text) => {
  if (!URL.canParse(text)) return false
  const url = new URL(text)
  return /^https?:$/.test(url.protocol) && !url.username && !url.password && !url.search && !url.hash
})

const postgresAddress = z.string().refine((text) => /^postgres(ql)?:\/\//.test(text) && URL.canParse(text))

/** Each setting once: how it is read, and the rule that is printed when it cannot be. */
const rules = {
  DATABASE_URL: [postgresAddress.optional(), 'must look like postgresql://user:password@host:5432/database'],
  PORT: [wholeNumber(0, 65535).default(3000), 'must be a port, a whole number from 0 to 65535'],
  ENTENTE_HOST: [z.string().min(1).optional(), 'must be a host name or an address to listen on'],
  ENTENTE_URL: [
    webAddress.optional(),
    'must be an address without a path, for example https://entente.example or http://localhost:3000',
  ],
  ENTENTE_DATA_DIR: [z.string().default('./.data'), 'must be a folder'],
  ENTENTE_SECRET: [z.string().min(32).optional(), 'must be at least 32 characters long'],
  ENTENTE_ADMIN_EMAIL: [z.email().max(200).default('admin@entente.local'), 'must be an e-mail address'],
  ENTENTE_ADMIN_PASSWORD: [z.string().min(12).max(200).optional(), 'must be 12 to 200 characters long'],
  ENTENTE_READ: [z.enum(['public', 'members']).default('public'), 'must be public or members'],
  ENTENTE_PROXY: [z.enum(['yes', 'no']).default('no'), 'must be yes or no'],
  ENTENTE_STATEMENT_SECONDS: [wholeNumber(1, 600).default(10), 'must be a whole number of seconds from 1 to 600'],
  ENTENTE_REQUEST_SECONDS: [wholeNumber(1, 600).default(30), 'must be a whole number of seconds from 1 to 600'],
  ENTENTE_FETCH: [z.enum(['on', 'off']).default('on'), 'must be on or off'],
  ENTENTE_MODEL_URL: [
    modelAddress.optional(),
    'must be an address that begins with http:// or https://, without name and password, for example http://localhost:11434/v1',
  ],
  ENTENTE_MODEL_NAME: [z.string().max(200).optional(), 'must be the name of a model, at most 200 characters long'],
  ENTENTE_MODEL_KEY: [
    z
      .string()
      .regex(/^[\x21-\x7e]{1,500}$/)
      .optional(),
    'must be at most 500 plain characters without blanks',
  ],
  ENTENTE_MODEL_SECONDS: [wholeNumber(1, 600).default(25), 'must be a whole number of seconds from 1 to 600'],
  ENTENTE_MODEL_DAILY: [wholeNumber(0, 100_000).default(200), 'must be a whole number from 0 to 100000'],
  ENTENTE_PAGE_CACHE_MB: [wholeNumber(0, 4096).default(64), 'must be a whole number of megabytes from 0 to 4096'],
  ENTENTE_BUILD_DIR: [
    z
      .string()
      .regex(/^\.next[\w.-]*$/)
      .default('.next'),
    'must be a folder name that begins with .next',
  ],
} as const

type Values = { [K in keyof typeof rules]: z.output<(typeof rules)[K][0]> }

/**
 * Reads the settings from an environment. Pure: nothing is opened and nothing is printed.
 * An empty value counts as not given, because `NAME=` in a file means "no".
 * @param signing whether sessions will be signed: a server needs a secret, a command that only works on data does not.
 */
export function readSettings(
  env: Record<string, string | undefined>,
  { signing = true }: { signing?: boolean } = {},
): SettingsResult {
  const faults: string[] = []
  const values: Record<string, unknown> = {}
  for (const [name, [schema, rule]] of Object.entries(rules)) {
    const given = env[name]?.trim() || undefined
    const read = schema.safeParse(given)
    if (read.success) values[name] = read.data
    else faults.push(`${name} ${secretSettings.has(name) ? '(not shown)' : `is "${given}": it`} ${rule}.`)
  }
  if (signing && env.DATABASE_URL?.trim() && !env.ENTENTE_SECRET?.trim())
    faults.push(
      'ENTENTE_SECRET is missing: with DATABASE_URL it is required, so that every server signs with the same one ' +
        '(for example the output of: openssl rand -hex 32).',
    )
  if (env.ENTENTE_MODEL_URL?.trim() && !env.ENTENTE_MODEL_NAME?.trim())
    faults.push('ENTENTE_MODEL_NAME is missing: with ENTENTE_MODEL_URL it says which model to ask.')
  return faults.length > 0 ? { ok: false, faults } : { ok: true, settings: toSettings(values as Values) }
}

function toSettings(v: Values): Settings {
  return {
    databaseUrl: v.DATABASE_URL ?? null,
    port: v.PORT,
    host: v.ENTENTE_HOST ?? null,
    url: (v.ENTENTE_URL ?? `http://localhost:${v.PORT}`).replace(/\/$/, ''),
    dataDir: v.ENTENTE_DATA_DIR,
    secret: v.ENTENTE_SECRET ?? null,
    adminEmail: v.ENTENTE_ADMIN_EMAIL.toLowerCase(),
    adminPassword: v.ENTENTE_ADMIN_PASSWORD ?? null,
    read: v.ENTENTE_READ,
    behindProxy: v.ENTENTE_PROXY === 'yes',
    statementTimeout: v.ENTENTE_STATEMENT_SECONDS * 1000,
    requestTimeout: v.ENTENTE_REQUEST_SECONDS * 1000,
    fetch: v.ENTENTE_FETCH === 'on',
    model:
      v.ENTENTE_MODEL_URL === undefined
        ? null
        : {
            url: v.ENTENTE_MODEL_URL,
            name: v.ENTENTE_MODEL_NAME ?? '',
            key: v.ENTENTE_MODEL_KEY ?? null,
            patience: v.ENTENTE_MODEL_SECONDS * 1000,
            daily: v.ENTENTE_MODEL_DAILY,
          },
    pageCacheBytes: v.ENTENTE_PAGE_CACHE_MB * 1024 * 1024,
    buildDir: v.ENTENTE_BUILD_DIR,
  }
}

let current: Settings | undefined

/**
 * The settings of this process. `npm start` has checked them and has put the address of the embedded database and the
 * kept secret into the environment before any page runs. Call it inside functions, not while a module loads:
 * `next build` loads every module without any setting.
 * @throws Error naming every fault, when a script is run with settings that cannot be read.
 */
export function settings(): Settings {
  if (current) return current
  const read = readSettings(process.env)
  if (!read.ok) throw new Error(read.faults.join('\n'))
  current = read.settings
  return current
}
