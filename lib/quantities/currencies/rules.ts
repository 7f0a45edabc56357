/** Currencies as texts name them: ISO 4217 codes, names with and without their country, signs. */

/** `XXX` is a currency that is some other one than its sign suggests. The first pattern that fits wins. */
export const currencyNames: readonly (readonly [code: string, names: string])[] = [
  ['AUD', 'Australian dollars?|AUD'],
  ['CAD', 'Canadian dollars?|CAD'],
  ['SGD', 'Singapore(?:an)? dollars?|SGD'],
  ['HKD', 'Hong Kong dollars?|HKD'],
  ['NZD', 'New Zealand dollars?|NZD'],
  ['TWD', '(?:New )?Taiwan(?:ese)? dollars?|TWD'],
  ['NAD', 'Namibia(?:n)? dollars?|NAD'],
  [
    'USD',
    'US ?\\$|(?:US|U\\.S\\.|American) dollars?|USD|dollars?|долл(?:ар(?:а|ов|ы|ға|ды|дан|лық)?)?\\.?(?: США)?|\\$(?: ?US)?|ABŞ dollar[a-zəıöüğşç]{0,4}|dollar[a-zəıöüğşç]{0,4}',
  ],
  ['EUR', 'EUR|euros?|евро|avro|€'],
  ['AZN', 'AZN|(?:Azerbaijani )?manats?|(?:азербайджанских )?манат(?:а|ов)?|manat[a-zəıöüğşç]{0,4}|₼'],
  ['KZT', 'KZT|(?:Kazakh(?:stani)? )?tenges?|тенге(?:ге|ні|нің|ден)?|₸'],
  ['RUB', 'RUB|(?:Russian )?rou?bles?|(?:российских )?руб(?:л(?:ь|я|ей))?|rubl[a-zəıöüğşç]{0,4}|₽'],
  ['EGP', 'EGP|Egyptian pounds?'],
  ['LBP', 'LBP|Lebanese pounds?'],
  ['GBP', 'GBP|(?:British )?pounds?(?: sterling)?|sterling|£'],
  ['CNY', 'CNY|RMB|renminbi|(?:Chinese )?yuan|юан(?:ь|я|ей)|¥'],
  ['TRY', 'TRY|(?:Turkish )?liras?|TL|лир[аы]?|₺'],
  ['GEL', 'GEL|(?:Georgian )?lari(?:s)?|лари|₾'],
  ['PKR', 'PKR|Pakistan(?:i)? rupees?'],
  ['LKR', 'LKR|Sri Lankan? rupees?'],
  ['NPR', 'NPR|Nepal(?:i|ese) rupees?'],
  ['MUR', 'MUR|Mauritian rupees?'],
  ['INR', 'INR|(?:Indian )?rupees?|₹'],
  ['JPY', 'JPY|(?:Japanese )?yen'],
  ['PLN', 'PLN|(?:Polish )?zlot(?:y|ys|ies)|zł'],
  ['MAD', 'MAD|Moroccan dirhams?'],
  ['AED', 'AED|(?:Emirati |UAE )?dirhams?'],
  ['UZS', "UZS|Uzbek(?:istani)? so[u‘']?ms?|sums|soums?|сум(?:ов|а)?"],
  ['KGS', 'KGS|(?:Kyrgyz )?soms?|сом(?:ов|а)?'],
  ['TJS', 'TJS|(?:Tajik )?somonis?|сомони'],
  ['TMT', 'TMT|Turkmen manats?'],
  ['AMD', 'AMD|(?:Armenian )?drams?|драм(?:ов|а)?'],
  ['UAH', 'UAH|hryvn(?:ia|ias|yas?)|грив(?:ен|ны|на)|₴'],
  ['BYN', 'BYN|Belarus(?:ian)? rou?bles?'],
  ['MDL', 'MDL|Moldovan lei'],
  ['RON', 'RON|(?:Romanian )?(?:lei|leu)'],
  ['BGN', 'BGN|(?:Bulgarian )?lev(?:a|s)?'],
  ['RSD', 'RSD|Serbian dinars?'],
  ['HUF', 'HUF|(?:Hungarian )?forints?'],
  ['CZK', 'CZK|Czech (?:crowns?|korunas?|korun)|korunas?|Kč'],
  ['SEK', 'SEK|Swedish (?:crowns?|kron(?:or|a))|kronor'],
  ['NOK', 'NOK|Norwegian (?:crowns?|kron(?:er|e))'],
  ['DKK', 'DKK|Danish (?:crowns?|kron(?:er|e))|kroner'],
  ['ISK', 'ISK|Icelandic (?:crowns?|kr[oó]nur)'],
  ['ALL', '(?:Albanian )?leks?'],
  ['CHF', 'CHF|(?:Swiss )?francs?'],
  ['ILS', 'ILS|(?:Israeli |new )?shekels?|₪'],
  ['SAR', 'SAR|(?:Saudi )?riyals?'],
  ['QAR', 'QAR|Qatari ri[y]?als?'],
  ['OMR', 'OMR|Omani ri[y]?als?'],
  ['IRR', 'IRR|(?:Iranian )?rials?'],
  ['KWD', 'KWD|Kuwaiti dinars?'],
  ['BHD', 'BHD|Bahraini dinars?'],
  ['JOD', 'JOD|Jordanian dinars?'],
  ['IQD', 'IQD|Iraqi dinars?'],
  ['TND', 'TND|Tunisian dinars?'],
  ['DZD', 'DZD|Algerian dinars?'],
  ['KRW', 'KRW|(?:South )?Korean won|(?<=(?:illion|bn) )won|₩'],
  ['VND', 'VND|(?:Vietnamese )?dong|₫'],
  ['THB', 'THB|(?:Thai )?baht|฿'],
  ['IDR', 'IDR|(?:Indonesian )?rupiahs?'],
  ['MYR', 'MYR|(?:Malaysian )?ringgits?'],
  ['PHP', 'PHP|Philippine pesos?|₱'],
  ['BDT', 'BDT|(?:Bangladeshi )?taka'],
  ['MNT', 'MNT|(?:Mongolian )?(?:tugriks?|tögrög)|₮'],
  ['BRL', 'BRL|(?:Brazilian )?rea(?:is|ls?)'],
  ['ARS', 'ARS|Argentine(?:an)? pesos?'],
  ['CLP', 'CLP|Chilean pesos?'],
  ['COP', 'COP|Colombian pesos?'],
  ['PEN', 'PEN|(?:Peruvian )?soles'],
  ['MXN', 'MXN|(?:Mexican )?pesos?'],
  ['UGX', 'UGX|Uganda(?:n)? shillings?'],
  ['TZS', 'TZS|Tanzania(?:n)? shillings?'],
  ['KES', 'KES|(?:Kenyan? )?shillings?'],
  ['RWF', 'RWF|Rwandan francs?'],
  ['XOF', 'XOF|(?:West African )?CFA francs?'],
  ['NGN', 'NGN|(?:Nigerian )?nairas?|₦'],
  ['GHS', 'GHS|(?:Ghanaian )?cedis?|₵'],
  ['ZAR', 'ZAR|(?:South African )?rands?'],
  ['ETB', 'ETB|(?:Ethiopian )?birrs?'],
  ['ZMW', 'ZMW|(?:Zambian )?kwachas?'],
]

/** What may stand directly before a number: signs, and letters that are used like signs. */
const marks: readonly (readonly [code: string, mark: string])[] = [
  ['USD', '\\$'],
  ['USD', 'US ?\\$'],
  ['AUD', 'AU?\\$'],
  ['CAD', 'CA?\\$'],
  ['SGD', 'S\\$'],
  ['HKD', 'HK\\$'],
  ['NZD', 'NZ\\$'],
  ['TWD', 'NT\\$'],
  ['BRL', 'R\\$'],
  ['EUR', '€'],
  ['AZN', '₼'],
  ['KZT', '₸'],
  ['RUB', '₽'],
  ['GBP', '£'],
  ['CNY', '¥'],
  ['TRY', '₺'],
  ['GEL', '₾'],
  ['INR', '₹'],
  ['INR', 'Rs\\.?'],
  ['UAH', '₴'],
  ['ILS', '₪'],
  ['KRW', '₩'],
  ['VND', '₫'],
  ['THB', '฿'],
  ['PHP', '₱'],
  ['NGN', '₦'],
  ['GHS', '₵'],
  ['MNT', '₮'],
  ['AED', 'Dhs?\\.?'],
  ['KES', 'Ksh\\.?|Shs?\\.?'],
  ['UGX', 'USh\\.?'],
  ['TZS', 'TSh\\.?'],
  ['ZAR', 'R'],
  ['PLN', 'zł'],
  ['TRY', 'TL'],
  ['MYR', 'RM'],
  ['IDR', 'Rp\\.?'],
  ['SAR', 'SR'],
  ['CNY', 'RMB'],
  ['BDT', 'Tk\\.?'],
  ['XXX', '[A-Z]{1,2}\\$'],
]
const codes = [...new Set(currencyNames.map(([code]) => code))]
const before = new RegExp(
  `(?<![\\p{L}])(?:([+-]) ?)?(?:(${codes.join('|')})|${marks.map(([, mark]) => `(${mark})`).join('|')}) ?$`,
  'u',
)

export type CurrencyFound = { start: number; unit: string; sign: string }

/** The currency that stands directly before `at`: "$", "US$", "AZN ", "Rs."; a dollar of an unknown country is XXX. */
export function currencyBefore(text: string, at: number): CurrencyFound | null {
  const previous = text[at - 1]
  if (previous === undefined || (previous === ' ' && /[\s,;)(]/.test(text[at - 2] ?? ' '))) return null
  const from = Math.max(0, at - 8)
  const found = before.exec(text.slice(from, at))
  if (!found) return null
  const mark = found.findIndex((group, i) => i > 2 && group !== undefined)
  return { start: from + found.index, unit: found[2] ?? marks[mark - 3]![0], sign: found[1] ?? '' }
}

/** Names that several countries give their money; the first is meant where nothing tells. */
const namesakes: readonly (readonly [RegExp, readonly string[]])[] = [
  [/(?<!\p{L} )(?:rupees?|\bRs\.?)/iu, ['INR', 'PKR', 'LKR', 'NPR', 'MUR']],
  [/pounds?|£/iu, ['GBP', 'EGP', 'LBP']],
  [/shillings?|\bShs?\b/iu, ['KES', 'UGX', 'TZS']],
  [/\blei\b|\bleu\b/iu, ['RON', 'MDL']],
  [/francs?/iu, ['CHF', 'XOF', 'RWF']],
  [/pesos?/iu, ['MXN', 'ARS', 'CLP', 'COP', 'PHP']],
  [/krone[rn]?|crowns?/iu, ['DKK', 'NOK', 'SEK', 'CZK', 'ISK']],
  [/\bri[y]?als?/iu, ['SAR', 'QAR', 'OMR', 'IRR']],
  [/dirhams?/iu, ['AED', 'MAD']],
  [/\bsou?ms?\b|\bsums\b/iu, ['KGS', 'UZS']],
  [/manats?|манат/iu, ['AZN', 'TMT']],
  [/rou?bles?|рубл/iu, ['RUB', 'BYN']],
  [/\$|dollars?/iu, ['USD', 'AUD', 'CAD', 'SGD', 'HKD', 'NZD', 'TWD', 'NAD']],
  [/¥/u, ['CNY', 'JPY']],
]

/**
 * The currencies that a bare name or sign may mean: "rupees" are India's or Pakistan's.
 * @returns the code read alone where the words leave no doubt ("Pakistani rupees", "₹").
 */
export function couldMean(words: string, unit: string): readonly string[] {
  const adjective = /\p{Lu}\p{L}+(?:i|n|sh|ese|ine|ish|an|ak|ech) (?:\p{Ll}+)$/u.test(words)
  if (adjective) return [unit]
  return namesakes.find(([name, list]) => list[0] === unit && name.test(words))?.[1] ?? [unit]
}
