import { answerJobs } from '@/lib/threads/answering'
import { extract } from './extract'
import type { ExtractionOptions } from './schema'

/** A thread that looks through one long text at a time. */
answerJobs(({ text, options }: { text: string; options: ExtractionOptions }) => extract(text, options))
