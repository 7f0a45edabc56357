import { type Actor, assertMay } from '@/lib/auth/actor'
import { sql } from '@/lib/db/client'
import { rows } from '@/lib/db/rows'
import type { LikeWord } from '../rules'

const most = { beginning: 12, alike: 5 }
/** Trigrams that two words share, of all that either has; and how far a word may lie behind the likeliest. */
const leastAlike = 0.4
const behindBest = 0.8

/**
 * Words that somebody wrote, for words that are looked for: the same without marks and in Latin letters, those that begin
 * so, and where there is none those that are written much alike. Likeliest first. A word alone is no news of anything
 * withheld: what it stands in goes through `stands` like everything else.
 */
export async function listLikeWords(actor: Actor, words: readonly string[]): Promise<LikeWord[]> {
  assertMay(actor, 'read')
  if (!words.length) return []
  return rows<LikeWord>(sql`
    with asked as materialized (
      select (n - 1)::int as place, folded(w) as folded, trigrams(folded(w)) as trigrams from unnest(${[...words]}::text[]) with ordinality t (w, n)),
    written as materialized (
      select a.place, k.word, 1::real as likeness, true as exact from asked a join search_word k on k.folded = a.folded
      union all
      select a.place, b.word, 0.9, false from asked a cross join lateral (
        select k.word from search_word k
         where length(a.folded) > 2 and k.folded ~>~ a.folded and k.folded ~<~ (a.folded || chr(1114109))
         order by length(k.folded), k.folded limit ${most.beginning}) b),
    alike as (
      select a.place, k.word, l.likeness, max(l.likeness) over (partition by a.place) as best
        from asked a cross join lateral (
          select s.word_id, s.shared::real / (s.size + cardinality(a.trigrams) - s.shared) as likeness
            from (select g.word_id, g.size, count(*) as shared from search_trigram g
                   where g.trigram = any (a.trigrams) group by g.word_id, g.size) s
           order by likeness desc, s.word_id limit ${most.alike}) l
        join search_word k on k.id = l.word_id
       where l.likeness >= ${leastAlike} and length(a.folded) > 3 and not exists (select from written w where w.place = a.place))
    select place, word, exact from (
      select * from written
      union all select place, word, likeness, false from alike where likeness >= best * ${behindBest}) found
     group by place, word, exact order by place, max(likeness) desc, length(word), word`)
}
