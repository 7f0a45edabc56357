import { existsSync, readFileSync } from 'node:fs'
import { builtinModules } from 'node:module'
import { join } from 'node:path'
import type { Fault, House } from './modules'
import { areaOf, isTest } from './staircase'

/** What runs in production; everything else may also use what is declared for work on the code. */
const production = ['lib', 'components', 'app', 'server', 'prisma']
const builtins = new Set(builtinModules)

/** A package that is imported is declared: not merely there because another one brought it. */
export function undeclaredPackages(house: House): Fault[] {
  const file = join(house.root, 'package.json')
  if (!existsSync(file)) return [{ file: 'package.json', rule: 'packages', detail: 'does not exist' }]
  const { dependencies = {}, devDependencies = {} } = JSON.parse(readFileSync(file, 'utf8'))
  return [...house.modules.values()].flatMap(({ path, imports }) => {
    const runs = production.includes(areaOf(path)) && !isTest(path)
    const known = runs ? dependencies : { ...dependencies, ...devDependencies }
    return imports.flatMap(({ to, specifier, typeOnly }) => {
      const name = packageOf(specifier)
      if (to !== null || specifier.startsWith('node:') || builtins.has(name)) return []
      if (name in known || (typeOnly && `@types/${name}` in devDependencies)) return []
      return [{ file: path, rule: 'packages', detail: `${name} is not declared${runs ? ' in dependencies' : ''}` }]
    })
  })
}

const packageOf = (specifier: string) =>
  specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/')

/**
 * npm leaves packages for other machines out of a lock file it writes beside an existing node_modules, and `npm ci` then
 * refuses the file everywhere.
 */
export function incompleteLock(house: House): Fault[] {
  const file = join(house.root, 'package-lock.json')
  if (!existsSync(file)) return []
  const { packages }: { packages: Record<string, { optionalDependencies?: Record<string, string> }> } = JSON.parse(
    readFileSync(file, 'utf8'),
  )
  return Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies)
      .filter((name) => !(`node_modules/${name}` in packages || `${path}/node_modules/${name}` in packages))
      .map((name) => ({ file: 'package-lock.json', rule: 'packages', detail: `has no entry for ${name}` })),
  )
}
