import { answerJobs } from '@/lib/threads/answering'
import { drawPicture } from './draw'
import type { Job } from './pool'

/** A thread that draws one picture at a time. */
answerJobs(({ spec, options }: Job) => drawPicture(spec, options))
