/** Languages the product speaks. A chart or page asked for in another one is refused by name, never guessed. */
export const locales = ['en'] as const
export type Locale = (typeof locales)[number]
export const defaultLocale: Locale = 'en'
