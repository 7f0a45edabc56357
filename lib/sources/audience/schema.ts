import { z } from 'zod'

/** Who reads a source's stored text; the desk always does. */
export const audiences = ['desk', 'members', 'everyone'] as const
export const Audience = z.enum(audiences)
export type Audience = z.output<typeof Audience>

/** `revision` is the one the page showed; 0 where nobody has decided yet. */
export const AudienceInput = z.object({
  source: z.number().int().positive(),
  audience: Audience,
  revision: z.number().int().min(0),
})
export type AudienceInput = z.input<typeof AudienceInput>
