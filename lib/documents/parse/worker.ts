import { answerJobs } from '@/lib/threads/answering'
import type { DocumentHints } from '../document'
import { parseDocument } from './parse'

/** A thread that reads one document at a time. */
answerJobs(({ bytes, hints }: { bytes: Uint8Array; hints: DocumentHints }) => parseDocument(bytes, hints))
