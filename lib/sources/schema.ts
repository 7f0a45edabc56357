import { z } from 'zod'
import { Slug } from '@/lib/entities/schema'
import { storable } from '@/lib/errors/issues'
import { isoDate } from '@/lib/periods/schema'

/** An article or document as it was read. Never changed once stored; a changed page is a new source with `previous`. */
export const SourceInput = z
  .object({
    publisher: Slug,
    title: z.string().trim().min(1, 'required').max(500),
    byline: z.string().trim().max(300).nullable().default(null),
    url: z
      .url({ protocol: /^https?$/, error: 'url' })
      .max(2000)
      .nullable()
      .default(null),
    language: z
      .string()
      .regex(/^[a-z]{2,3}$/, 'language')
      .default('en'),
    publishedOn: isoDate.nullable().default(null),
    accessedOn: isoDate,
    /** The article's text, stored only where the team may; quotes are then anchored in it. */
    text: z.string().max(1_000_000).nullable().default(null),
    previousId: z.number().int().nullable().default(null),
    carriedFromId: z.number().int().nullable().default(null),
    requestKey: z.string().min(8).max(120).nullable().default(null),
  })
  .refine((s) => !s.publishedOn || s.publishedOn <= s.accessedOn, {
    path: ['publishedOn'],
    error: 'publishedAfterAccess',
  })
  .superRefine(storable)
export type SourceInput = z.input<typeof SourceInput>
