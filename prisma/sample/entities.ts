import { places } from './places'
import { publishers } from './publishers'
import type { SampleEntity } from './schema'

const person = (slug: string, name: string, country: string, aliases: string[] = []): SampleEntity => ({
  kind: 'person',
  slug,
  name,
  aliases,
  members: [country],
})
const company = (slug: string, name: string, members: string[], aliases: string[] = []): SampleEntity => ({
  kind: 'company',
  slug,
  name,
  aliases,
  members,
})
const organisation = (slug: string, name: string, members: string[] = [], aliases: string[] = []): SampleEntity => ({
  kind: 'organisation',
  slug,
  name,
  aliases,
  members,
})

const people: SampleEntity[] = [
  person('kassym-jomart-tokayev', 'Kassym-Jomart Tokayev', 'kaz', [
    'Kassym-Zhomart Tokayev',
    'Kassym-Jomart Kemelevich Tokayev',
  ]),
  person('ilham-aliyev', 'Ilham Aliyev', 'aze', ['Ilham Heydar oglu Aliyev']),
  person('zamir-karazhanov', 'Zamir Karazhanov', 'kaz'),
  person('kairbek-arystanbekov', 'Kairbek Arystanbekov', 'kaz'),
  person('akhmet-baitursynov', 'Akhmet Baitursynov', 'kaz', ['Akhmet Baitursynuly']),
  person('alikhan-smailov', 'Alikhan Smailov', 'kaz'),
]

const companies: SampleEntity[] = [
  company('kazmunaygas', 'KazMunayGas', ['kaz'], ['KMG', 'KazMunaiGas']),
  company('kmg-trading', 'KMG Trading', ['kaz']),
  company('kaztransoil', 'KazTransOil', ['kaz']),
  company('socar', 'SOCAR', ['aze'], ['State Oil Company of the Republic of Azerbaijan']),
  company('socar-midstream', 'SOCAR Midstream Operations', ['aze']),
  company('ktz', 'Kazakhstan Temir Zholy', ['kaz'], ['KTZ', 'Kazakhstan Railways']),
  company('azerbaijan-railways', 'Azerbaijan Railways', ['aze'], ['ADY']),
  company('georgian-railway', 'Georgian Railway', ['geo'], ['Georgian Railways']),
  company('crct', 'China Railway Container Transport', ['chn'], ['CRCT']),
  company('middle-corridor-multimodal', 'Middle Corridor Multimodal Ltd', ['aze', 'geo', 'kaz']),
  company('samruk-kazyna', 'Samruk-Kazyna', ['kaz'], ['Samruk-Kazyna National Welfare Fund']),
  company('azerbaijan-investment-holding', 'Azerbaijan Investment Holding', ['aze'], ['AIH']),
  company('azertelecom', 'AzerTelecom', ['aze']),
  company('kazakhtelecom', 'Kazakhtelecom', ['kaz']),
  company('qaztrade', 'QazTrade', ['kaz'], ['QazTrade Trade Policy Development Center']),
  company('bi-group', 'BI Group', ['kaz']),
]

const organisations: SampleEntity[] = [
  organisation('kazaid', 'KazAID', ['kaz'], ['Kazakhstan Agency of International Development']),
  organisation('economic-policy-institute', 'Economic Policy Institute', ['kaz']),
  organisation('national-council-of-public-trust', 'National Council of Public Trust', ['kaz']),
  organisation('united-nations', 'United Nations', [], ['UN']),
  organisation('osce', 'OSCE', [], ['Organization for Security and Co-operation in Europe']),
  organisation('world-bank', 'World Bank'),
  organisation('titr-association', 'TITR Association', [], ['TITR Association', 'middlecorridor.com']),
  organisation('supreme-interstate-council', 'Supreme Interstate Council of Azerbaijan and Kazakhstan', ['aze', 'kaz']),
]

/** Members come before what they are members of: the loader enters the list from top to bottom. */
const wholes: SampleEntity[] = [
  { kind: 'relation', slug: 'aze-kaz', name: 'Azerbaijan–Kazakhstan', members: ['aze', 'kaz'] },
  { kind: 'relation', slug: 'aze-geo', name: 'Azerbaijan–Georgia', members: ['aze', 'geo'] },
  {
    kind: 'corridor',
    slug: 'baku-tbilisi-kars',
    name: 'Baku–Tbilisi–Kars railway',
    aliases: ['BTK'],
    members: ['aze', 'geo', 'tur', 'baku', 'tbilisi', 'kars'],
  },
  {
    kind: 'corridor',
    slug: 'baku-tbilisi-ceyhan',
    name: 'Baku–Tbilisi–Ceyhan pipeline',
    aliases: ['BTC'],
    members: ['aze', 'geo', 'tur'],
  },
  {
    // The four states of the roadmap of 2022; its places and legs are in routes.ts.
    kind: 'corridor',
    slug: 'middle-corridor',
    name: 'Middle Corridor',
    aliases: ['TITR', 'Trans-Caspian International Transport Route', 'Trans-Caspian Route'],
    members: ['aze', 'geo', 'kaz', 'tur'],
  },
  {
    kind: 'group',
    slug: 'organization-of-turkic-states',
    name: 'Organization of Turkic States',
    aliases: ['OTS', 'Turkic Council', 'Cooperation Council of Turkic Speaking States'],
    members: ['aze', 'kaz', 'kgz', 'tur', 'uzb'],
  },
  {
    kind: 'group',
    slug: 'caspian-states',
    name: 'Caspian littoral states',
    aliases: ['Caspian states'],
    members: ['aze', 'irn', 'kaz', 'rus', 'tkm'],
  },
  {
    kind: 'group',
    slug: 'central-asia',
    name: 'Central Asia',
    members: ['kaz', 'kgz', 'tjk', 'tkm', 'uzb'],
  },
  {
    kind: 'group',
    slug: 'turkic-investment-fund',
    name: 'Turkic Investment Fund',
    members: ['aze', 'kaz', 'kgz', 'tur', 'uzb'],
  },
]

/** The countries themselves come from ISO 3166-1 with the migrations. */
export const entities: SampleEntity[] = [...places, ...publishers, ...people, ...companies, ...organisations, ...wholes]
