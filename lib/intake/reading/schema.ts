import { z } from 'zod'
import { Slug } from '@/lib/entities/schema'
import { SourceInput } from '@/lib/sources/schema'

/** How the text belongs to a source that is stored, as the person who reads it confirmed. */
export const Belongs = z.object({ code: z.enum(['version', 'carried']), source: z.number().int().positive() })
export type Belongs = z.infer<typeof Belongs>

/** An article's metadata as confirmed: what `createSource` takes, and for which relation it is read. */
export const ReadingInput = z.object({
  source: SourceInput,
  relation: Slug.nullable().default(null),
  belongs: Belongs.nullable().default(null),
})
export type ReadingInput = z.input<typeof ReadingInput>
