const key = Symbol.for('entente.texts')

/**
 * Ready-made parts of the document that is being written, by name; null where the answer is no whole document (a part
 * that the browser asks for while it stays on a page) or nobody holds them (a build, development, another server).
 * The server (server/…) holds one map for each request, found under a name that both sides know.
 */
export const textsOfDocument = (): Map<string, string> | null =>
  (globalThis as { [key]?: () => Map<string, string> | null })[key]?.() ?? null
