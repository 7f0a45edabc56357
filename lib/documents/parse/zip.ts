import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl'
import { noDocument } from '../refused'

/** Bytes all files of an archive may say they have; more is written to use up memory, not to be read. */
const largestInside = 300_000_000
/** Bytes of one file that is read. */
const largestPart = 60_000_000
const mostParts = 5000

/** Files of an archive. Only what is asked for is inflated, and counted while it is. */
export type Archive = {
  names: ReadonlySet<string>
  /** Hands a file over piece by piece; nothing where there is none of that name. */
  read: (name: string, take: (piece: string) => void) => Promise<void>
}

/** @throws Refusal for an archive that is cut off, encrypted or would grow beyond all measure */
export async function openArchive(bytes: Uint8Array): Promise<Archive> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const entries = new Map<string, Entry>()
  let inside = 0
  const zip = await whole(async () => {
    const opened = await fromBufferPromise(buffer)
    if (opened.entryCount > mostParts) throw noDocument('documentBomb')
    for await (const entry of opened.eachEntry()) {
      if (entry.isEncrypted()) throw noDocument('documentEncrypted')
      inside += entry.uncompressedSize
      if (inside > largestInside) throw noDocument('documentBomb')
      entries.set(entry.fileName, entry)
    }
    return opened
  })
  return {
    names: new Set(entries.keys()),
    read: async (name, take) => {
      const entry = entries.get(name)
      if (entry) await whole(() => inflate(zip, entry, take))
    },
  }
}

async function inflate(zip: ZipFile, entry: Entry, take: (piece: string) => void) {
  if (entry.uncompressedSize > largestPart) throw noDocument('documentBomb')
  // The archive is read to exactly the size it says, so one that says less than it has is found out at once.
  const stream = await zip.openReadStreamPromise(entry)
  const decoder = new TextDecoder()
  let read = 0
  try {
    for await (const piece of stream as AsyncIterable<Buffer>) {
      read += piece.length
      if (read > largestPart) throw noDocument('documentBomb')
      take(decoder.decode(piece, { stream: true }))
    }
    take(decoder.decode())
  } finally {
    ;(stream as { destroy?: () => void }).destroy?.()
  }
}

async function whole<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof Error && error.name === 'Refusal') throw error
    throw noDocument(error instanceof Error && /too many bytes/.test(error.message) ? 'documentBomb' : 'documentBroken')
  }
}
