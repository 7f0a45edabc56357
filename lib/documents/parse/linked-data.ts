type Thing = Record<string, unknown>

const articleTypes = /^(?:https?:\/\/schema\.org\/)?(?:\w*Article|\w*Posting|Report|PressRelease|Review)$/
const pageTypes = /^(?:https?:\/\/schema\.org\/)?(?:\w*WebPage|\w*Page|CreativeWork)$/

export type Described = {
  headline: string | null
  author: string | null
  publisher: string | null
  published: string | null
  language: string | null
  url: string | null
  body: string | null
}

const isThing = (value: unknown): value is Thing => typeof value === 'object' && value !== null && !Array.isArray(value)
const text = (value: unknown): string | null => (typeof value === 'string' && value.trim() !== '' ? value : null)
const list = (value: unknown): unknown[] => (Array.isArray(value) ? value.slice(0, 200) : [value])

function parsed(source: string): unknown {
  try {
    // Some papers put line ends into their strings, which JSON does not have.
    return JSON.parse(
      source.replace(/^\s*(?:<!--|\/\/<!\[CDATA\[)|(?:-->|\/\/\]\]>)\s*;?\s*$/g, '').replace(/[\n\r\t]/g, ' '),
    )
  } catch {
    return null
  }
}

/** All things of a script, those of a `@graph` and what an article is said to be the main thing of, four levels down. */
function thingsIn(value: unknown, level = 0): Thing[] {
  return list(value).flatMap((one) =>
    isThing(one)
      ? [one, ...(level < 4 ? [...thingsIn(one['@graph'], level + 1), ...thingsIn(one.mainEntity, level + 1)] : [])]
      : Array.isArray(one) && level < 4
        ? thingsIn(one, level + 1)
        : [],
  )
}

/** What the JSON-LD of a page (schema.org) says about its article; null where it describes none. */
export function describedIn(sources: readonly string[]): Described | null {
  const things = sources.slice(0, 20).flatMap((source) => thingsIn(parsed(source)))
  const isOf = (types: RegExp) => (thing: Thing) => list(thing['@type']).some((type) => types.test(text(type) ?? ''))
  const article = things.find(isOf(articleTypes)) ?? things.find(isOf(pageTypes))
  if (!article) return null
  const nameOf = (value: unknown): string | null => {
    const names = list(value).flatMap((one) => {
      const thing = isThing(one) ? one : null
      const meant =
        thing && text(thing.name) === null ? things.find((o) => o !== thing && o['@id'] === thing['@id']) : thing
      return text(one) ?? text(meant?.name) ?? []
    })
    return names.length ? names.slice(0, 10).join(', ') : null
  }
  const main = article.mainEntityOfPage
  return {
    headline: text(article.headline) ?? text(article.name),
    author: nameOf(article.author) ?? nameOf(article.creator),
    publisher: nameOf(article.publisher) ?? nameOf(article.sourceOrganization),
    published: text(article.datePublished) ?? text(article.dateCreated),
    language: text(article.inLanguage),
    url: text(article.url) ?? text(main) ?? (isThing(main) ? text(main['@id']) : null),
    body: text(article.articleBody),
  }
}
