type Find = <T>(tag: string, key: string, ask: () => Promise<T>, sizeOf: (answer: T) => number) => Promise<T>
const findKey = Symbol.for('entente.reads')

/**
 * What is the same for every page of a relation until something about it is published. The server (server/…) keeps it
 * and forgets it with the relation's pages; where nobody keeps (tests, development, a program), it is asked for.
 * @param key must name all that the answer depends on but the relation: who may see what, and the clock.
 * @param sizeOf how many rows the answer holds.
 */
export function keptOfRelation<T>(
  slug: string,
  key: string,
  ask: () => Promise<T>,
  sizeOf: (answer: T) => number,
): Promise<T> {
  const find = (globalThis as { [findKey]?: Find })[findKey]
  return find ? find(`relation:${slug}`, key, ask, sizeOf) : ask()
}
