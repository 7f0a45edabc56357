import { z } from 'zod'

/** How the source limits a figure: the word before the number. */
export const qualifiers = ['exact', 'about', 'more_than', 'less_than', 'at_least', 'up_to'] as const
export const Qualifier = z.enum(qualifiers)
export type Qualifier = z.infer<typeof Qualifier>

/** A decimal number written out, no exponent, at most 30 digits before and 15 after the point. Never a float. */
export const Decimal = z.string().regex(/^-?\d{1,30}(\.\d{1,15})?$/, 'decimal')

/**
 * A quantity as a source wrote it. `value` is the whole amount ("1.2 bn" is 1200000000);
 * `unitMult` (SDMX UNIT_MULT, a power of ten) and `decimals` say how it was written: 9 and 1.
 */
export const Quantity = z.object({
  value: Decimal,
  /** Upper end of a range ("28–32 days"), as a whole amount. */
  valueTo: Decimal.nullable(),
  unitMult: z.number().int().min(0).max(15),
  decimals: z.number().int().min(0).max(15),
  qualifier: Qualifier,
})
export type Quantity = z.infer<typeof Quantity>
