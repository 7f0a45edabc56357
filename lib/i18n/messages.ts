import errors from './en/errors.json'

/** The message catalogue: one file per noun, so that each lives with its words. */
export const messages = { en: { errors } }
export type Messages = (typeof messages)['en']
