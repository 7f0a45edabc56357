import { z } from 'zod'
import { storable } from '@/lib/errors/issues'
import { isoDate } from '@/lib/periods/schema'

export const itemStates = ['waiting', 'in_work', 'done', 'dismissed'] as const
export type ItemState = (typeof itemStates)[number]
export const itemOrigins = ['paste', 'file', 'url', 'feed'] as const

/**
 * An article or document as it arrives, with what is known about it: from a feed often no more than title, address and
 * a summary; its text is fetched or pasted when somebody reads it.
 */
export const ItemInput = z
  .object({
    origin: z.enum(itemOrigins),
    title: z.string().trim().min(1, 'required').max(500),
    url: z
      .url({ protocol: /^https?$/, error: 'url' })
      .max(2000)
      .nullable()
      .default(null),
    /** The outlet as the page or feed names it; who that is, is decided when the article is read. */
    publisher: z.string().trim().max(200).nullable().default(null),
    byline: z.string().trim().max(300).nullable().default(null),
    summary: z.string().trim().max(5000).nullable().default(null),
    publishedOn: isoDate.nullable().default(null),
    language: z
      .string()
      .regex(/^[a-z]{2,3}$/, 'language')
      .nullable()
      .default(null),
    text: z.string().max(1_000_000).nullable().default(null),
    /** The same request, or the same entry of a feed, makes no second item. */
    requestKey: z.string().min(8).max(300).nullable().default(null),
  })
  .superRefine(storable)
export type ItemInput = z.input<typeof ItemInput>
