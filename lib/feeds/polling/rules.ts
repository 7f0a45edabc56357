/** After a failure: five minutes, then twice as long each time, at most a day. */
const firstPause = 5
const longestPause = 24 * 60
/** Feeds that were added together are not asked together for ever. */
const spread = 0.1

/**
 * Minutes until a feed is asked again.
 * @param failures how often it failed in a row, this time included; 0 after an answer
 * @param chance between 0 and 1
 */
export function minutesUntilNext(everyMinutes: number, failures: number, chance: number): number {
  const pause =
    failures === 0
      ? everyMinutes
      : Math.min(firstPause * 2 ** Math.min(failures - 1, 20), Math.max(longestPause, everyMinutes))
  return pause * (1 + spread * chance)
}
