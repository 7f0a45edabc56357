import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, posix, relative, sep } from 'node:path'
import { parseAst } from 'vitest/node'

export type Import = { specifier: string; typeOnly: boolean; to: string | null }
/** A syntax node as the parser gives it: plain data with a `type`. */
export type Node = { type: string; [key: string]: unknown }
export type Module = {
  /** Path from the root, with forward slashes. */
  path: string
  lines: number
  program: Node
  imports: Import[]
  directives: string[]
}
export type House = { root: string; files: string[]; modules: Map<string, Module> }
export type Fault = { file: string; rule: string; detail: string }

const skipped = new Set(['node_modules', 'test-results', 'playwright-report'])
const isCode = (path: string) => /\.(ts|tsx|mts|mjs)$/.test(path) && !path.endsWith('.d.ts')

/** Reads every module below `root`: not generated ones, not dependencies, not folders whose name begins with a dot. */
export function readHouse(root: string): House {
  const files = walk(root, root)
  const modules = new Map(files.filter(isCode).map((path) => [path, readModule(root, path)]))
  return { root, files, modules }
}

function walk(root: string, folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => !entry.name.startsWith('.') && !skipped.has(entry.name))
    .flatMap((entry) => {
      const full = join(folder, entry.name)
      const path = relative(root, full).split(sep).join('/')
      if (path === 'prisma/generated') return []
      return entry.isDirectory() ? walk(root, full) : [path]
    })
    .sort()
}

function readModule(root: string, path: string): Module {
  const code = readFileSync(join(root, path), 'utf8')
  const program = parseAst(code, { lang: path.endsWith('x') ? 'tsx' : 'ts' }, path) as unknown as Node
  return {
    path,
    lines: code.split('\n').length,
    program,
    imports: importsOf(program).map((found) => ({ ...found, to: resolve(root, path, found.specifier) })),
    directives: (program.body as Node[]).flatMap((node) =>
      typeof node.directive === 'string' ? [node.directive] : [],
    ),
  }
}

/** Every node below `node`, itself first. */
export function* nodesOf(node: unknown): Generator<Node> {
  if (Array.isArray(node)) {
    for (const child of node) yield* nodesOf(child)
  } else if (node && typeof node === 'object') {
    if (typeof (node as Node).type === 'string') yield node as Node
    for (const child of Object.values(node)) if (child && typeof child === 'object') yield* nodesOf(child)
  }
}

export function textOf(node: unknown): string | null {
  const literal = node as { type?: string; value?: unknown } | null
  return literal?.type === 'Literal' && typeof literal.value === 'string' ? literal.value : null
}

function importsOf(program: Node): Omit<Import, 'to'>[] {
  const found: Omit<Import, 'to'>[] = []
  const add = (source: unknown, typeOnly: boolean) => {
    const specifier = textOf(source)
    if (specifier !== null) found.push({ specifier, typeOnly })
  }
  for (const node of nodesOf(program)) {
    if (node.type === 'ImportDeclaration') add(node.source, node.importKind === 'type')
    else if (node.type === 'ExportAllDeclaration' || node.type === 'ExportNamedDeclaration')
      add(node.source, node.exportKind === 'type')
    else if (node.type === 'ImportExpression') add(node.source, false)
    else if (node.type === 'TSImportType') add(node.source ?? node.argument, true)
    else if (node.type === 'TSExternalModuleReference') add(node.expression, false)
    else if (node.type === 'CallExpression' && (node.callee as { name?: string }).name === 'require')
      add((node.arguments as unknown[])[0], false)
  }
  return found
}

/** The file that a relative or `@/` specifier means, from the root; null for a package. Throws when there is none. */
function resolve(root: string, from: string, specifier: string): string | null {
  if (!specifier.startsWith('.') && !specifier.startsWith('@/')) return null
  const base = specifier.startsWith('@/') ? specifier.slice(2) : posix.join(dirname(from), specifier)
  if (base.startsWith('prisma/generated')) return base
  const stem = base.replace(/\.(m?)js(x?)$/, '')
  const tries = [base, ...['.ts', '.tsx', '.mts', '/index.ts', '/index.tsx'].map((end) => stem + end)]
  const hit = tries.find((path) => existsSync(join(root, path)) && statSync(join(root, path)).isFile())
  return hit ?? `missing:${base}`
}
