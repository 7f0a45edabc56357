import type { SampleEntity } from './schema'

const place = (
  slug: string,
  name: string,
  country: string,
  at: [lat: number, lon: number] | null,
  aliases: string[] = [],
): SampleEntity => ({
  kind: 'place',
  slug,
  name,
  aliases,
  members: [country],
  lat: at?.[0] ?? null,
  lon: at?.[1] ?? null,
})

/** Coordinates serve a schematic map: to two decimals, but for Aktau and Alat. */
export const places: SampleEntity[] = [
  place('aktau', 'Aktau', 'kaz', [43.65, 51.15], ['Port of Aktau', 'Aqtau']),
  place('kuryk', 'Kuryk', 'kaz', [43.17, 51.67], ['Port of Kuryk', 'Quryq']),
  place(
    'alat',
    'Alat',
    'aze',
    [39.953, 49.408],
    ['Alyat', 'Ələt', 'Port of Baku', 'Baku International Sea Trade Port'],
  ),
  place('baku', 'Baku', 'aze', [40.41, 49.87], ['Bakı']),
  place('sumgayit', 'Sumgayit', 'aze', [40.59, 49.67], ['Sumgait', 'Sumqayit', 'Sumqayıt']),
  place('fuzuli', 'Fuzuli', 'aze', [39.6, 47.14], ['Fizuli', 'Füzuli']),
  place('shusha', 'Shusha', 'aze', [39.76, 46.75], ['Şuşa']),
  place('mingachevir', 'Mingachevir', 'aze', [40.77, 47.05], ['Mingəçevir']),
  place('gabala', 'Gabala', 'aze', [40.98, 47.85], ['Qəbələ']),
  place('astana', 'Astana', 'kaz', [51.17, 71.43], ['Nur-Sultan']),
  place('almaty', 'Almaty', 'kaz', [43.24, 76.89]),
  place('khorgos', 'Khorgos', 'kaz', [44.21, 80.4], ['Qorgas']),
  place('dostyk', 'Dostyk', 'kaz', [45.5, 80.4]),
  place('turkestan', 'Turkestan', 'kaz', [43.3, 68.25], ['Türkistan']),
  place('uralsk', 'Uralsk', 'kaz', [51.23, 51.37], ['Oral']),
  place('tbilisi', 'Tbilisi', 'geo', [41.72, 44.79]),
  place('poti', 'Poti', 'geo', [42.15, 41.67]),
  place('batumi', 'Batumi', 'geo', [41.64, 41.6]),
  place('kars', 'Kars', 'tur', [40.6, 43.1]),
  place('istanbul', 'Istanbul', 'tur', [41.01, 28.98]),
  place('xian', "Xi'an", 'chn', [34.34, 108.94], ['Xian']),
  place('kurmangazy-centre', "Kurmangazy Children's Creativity Centre", 'aze', null, [
    "Center for the Development of Children's Creativity",
    "Kurmangazy Children's Creativity Center",
  ]),
]
