import { readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { createTranslator } from 'use-intl/core'
import { type Fault, type House, type Node, nodesOf, textOf } from './modules'
import { isTest } from './staircase'

type Catalogue = { [key: string]: string | Catalogue }
type File = { file: string; namespace: string; keys: Map<string, string> }

const registry = 'lib/i18n/messages.ts'

/** The sentences: every file registered, every sentence well formed, every key used, every fault code worded. */
export function messages(house: House): Fault[] {
  const files = house.files
    .filter((file) => /^lib\/i18n\/[a-z-]+\/.*\.json$/.test(file))
    .map((file): File => {
      const catalogue: Catalogue = JSON.parse(readFileSync(join(house.root, file), 'utf8'))
      return { file, namespace: basename(file, '.json'), keys: new Map(flatten(catalogue)) }
    })
  return [
    ...files.flatMap((file) => unregistered(house, file)),
    ...files.flatMap(malformed),
    ...unused(house, files),
    ...wordless(house, files),
  ]
}

function* flatten(catalogue: Catalogue, prefix = ''): Generator<[string, string]> {
  for (const [key, value] of Object.entries(catalogue))
    if (typeof value === 'string') yield [prefix + key, value]
    else yield* flatten(value, `${prefix}${key}.`)
}

function unregistered(house: House, { file }: File): Fault[] {
  const known = house.modules.get(registry)?.imports.some(({ to }) => to === file)
  return known ? [] : [{ file, rule: 'messages', detail: `is not registered in ${registry}` }]
}

function malformed({ file, keys }: File): Fault[] {
  return [...keys].flatMap(([key, sentence]) => {
    let detail: string | null = null
    const onError = (error: { code: string; originalMessage?: string }) => {
      if (error.code === 'INVALID_MESSAGE') detail = `${key}: ${error.originalMessage}`
    }
    createTranslator({ locale: 'en', messages: { sentence }, timeZone: 'UTC', onError })('sentence')
    return detail ? [{ file, rule: 'messages', detail }] : []
  })
}

/**
 * A key is used when code names all of it, in one piece ("entries.form.save") or in several ("entries.form", "save"):
 * as text, as the name of a property (a closed list of codes), or as a pattern (`status.${status}`).
 * Code that takes a file of sentences as an object names keys by reading them: `words.since`, `words.months[3]`.
 */
function unused(house: House, files: File[]): Fault[] {
  const texts = new Set<string>()
  const patterns: RegExp[] = []
  for (const { path, program, imports } of house.modules.values()) {
    if (isTest(path)) continue
    const taken = files.filter(({ file }) => path !== registry && imports.some(({ to }) => to === file))
    for (const { namespace } of taken) texts.add(namespace)
    const readsObjects = taken.length > 0 || imports.some(({ to }) => to === registry)
    for (const node of nodesOf(program)) {
      const text = textOf(node)
      if (text !== null) texts.add(text)
      else if (node.type === 'Property') texts.add(nameOf(node.key))
      else if (node.type === 'TemplateLiteral' || node.type === 'TSTemplateLiteralType') addTemplate(node)
      else if (node.type === 'MemberExpression' && readsObjects) addMember(node)
    }
  }
  function addMember({ computed, object, property }: Node) {
    if (!computed) texts.add(nameOf(property))
    else if (nameOf((object as Node).property)) patterns.push(new RegExp(`^${nameOf((object as Node).property)}\\..+$`))
  }
  function addTemplate(node: Node) {
    const parts = (node.quasis as { value: { cooked: string } }[]).map(({ value }) => value.cooked)
    if (parts.length === 1) texts.add(parts[0]!)
    else if (
      parts.some((part) => /^[\w.-]*[a-z]{2}[\w.-]*$/i.test(part)) &&
      parts.every((part) => /^[\w.-]*$/.test(part))
    )
      patterns.push(new RegExp(`^${parts.map((part) => part.replaceAll('.', '\\.')).join('[\\w-]+')}$`))
  }
  const named = (text: string) => texts.has(text) || patterns.some((pattern) => pattern.test(text))
  const isUsed = (parts: string[]): boolean =>
    parts.length === 0 || parts.some((_, at) => named(parts.slice(0, at + 1).join('.')) && isUsed(parts.slice(at + 1)))
  return files.flatMap(({ file, namespace, keys }) =>
    [...keys.keys()]
      .filter((key) => !isUsed([namespace, ...key.split('.')]))
      .map((key) => ({ file, rule: 'messages', detail: `${key} is used nowhere` })),
  )
}

const nameOf = (node: unknown) => (node as { name?: string } | undefined)?.name ?? ''

/** Codes in `{ field, code }` literals are looked up at run time, so the compiler cannot miss their sentence: this does. */
function wordless(house: House, files: File[]): Fault[] {
  const words = files.filter(({ namespace }) => namespace === 'faults')
  if (words.length === 0) return []
  return [...house.modules.values()]
    .filter(({ path }) => !isTest(path) && /^(lib|components|app)\//.test(path))
    .flatMap(({ path, program }) =>
      [...nodesOf(program)]
        .flatMap(faultCodes)
        .filter((code) => !words.every(({ keys }) => keys.has(code)))
        .map((code) => ({ file: path, rule: 'messages', detail: `fault ${code} has no sentence in faults.json` })),
    )
}

function faultCodes(node: Node): string[] {
  if (node.type !== 'ObjectExpression') return []
  const properties = (node.properties as Node[]).map((property) => ({
    name: nameOf(property.key),
    value: property.value,
  }))
  if (!properties.some(({ name }) => name === 'field')) return []
  return properties.filter(({ name }) => name === 'code').flatMap(({ value }) => branches(value))
}

function branches(value: unknown): string[] {
  const node = value as Node
  if (node?.type === 'ConditionalExpression') return [...branches(node.consequent), ...branches(node.alternate)]
  const text = textOf(node)
  return text === null ? [] : [text]
}
