import type { SampleRoute } from './schema'

const btk = 'baku-tbilisi-kars'

/** From east to west; the Caspian is crossed from two ports, and beyond Tbilisi there are three ways on. */
export const routes: SampleRoute[] = [
  {
    corridor: 'middle-corridor',
    nodes: [
      ...['xian', 'khorgos', 'dostyk', 'almaty', 'aktau', 'kuryk'],
      ...['alat', 'tbilisi', 'poti', 'batumi', 'kars', 'istanbul'],
    ],
    legs: [
      { from: 'xian', to: 'khorgos', mode: 'rail' },
      { from: 'xian', to: 'dostyk', mode: 'rail' },
      { from: 'khorgos', to: 'almaty', mode: 'rail' },
      { from: 'dostyk', to: 'almaty', mode: 'rail' },
      { from: 'almaty', to: 'aktau', mode: 'rail' },
      { from: 'almaty', to: 'kuryk', mode: 'rail' },
      { from: 'aktau', to: 'alat', mode: 'sea' },
      { from: 'kuryk', to: 'alat', mode: 'sea' },
      { from: 'alat', to: 'tbilisi', mode: 'rail', about: btk },
      { from: 'tbilisi', to: 'poti', mode: 'rail' },
      { from: 'tbilisi', to: 'batumi', mode: 'rail' },
      { from: 'tbilisi', to: 'kars', mode: 'rail', about: btk },
      { from: 'kars', to: 'istanbul', mode: 'rail' },
    ],
  },
]
