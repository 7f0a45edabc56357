import { answerJobs } from '@/lib/threads/answering'
import { toDocx } from './docx/write'
import { toPdf } from './pdf/write'
import type { Job } from './pool'

const writers = { pdf: toPdf, docx: toDocx }

/** A thread that writes one document at a time. */
answerJobs(({ document, format }: Job) => writers[format](document))
