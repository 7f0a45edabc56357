import type { Sentence } from '../sentences/sentence'
import type { Attribution, Speaker } from './speakers'

/** Where the reader is: who spoke last, whether a quotation is open, whose speech it is. */
export type Stage = {
  last: Speaker | null
  speech: Speaker | null
  open: boolean
  paragraph: number
  names: Map<string, Speaker>
}
export const emptyStage = (): Stage => ({ last: null, speech: null, open: false, paragraph: -1, names: new Map() })

const heading = /^(?:Speech|Remarks|Statement|Address|Opening remarks|Press statement)\s+(?:by|of)\s+(.{3,120})$/i
const turn =
  /^((?:President|Prime Minister|Minister|Chairman|Ambassador|King|Chancellor|Mr\.?|Ms\.?)\s[\p{Lu}][\p{L}' .-]{2,60}):\s/u
const role = /^((?:\p{L}[\p{L}'-]*\s+){1,6}?)(\p{Lu}[\p{L}'-]+(?:\s+\p{Lu}[\p{L}'-]+)*)$/u

function fromHeading(words: string, start: number, end: number): Speaker {
  const parts =
    /^(?:the )?(President|Prime Minister|Minister|Chairman|King|Chancellor)(?: of (?:the )?(?:Republic of )?\p{Lu}\p{L}+)?\s+(.+)$/u.exec(
      words,
    ) ?? role.exec(words)
  return {
    name: parts?.[2]?.trim() ?? words.trim(),
    as: parts?.[1]?.trim() ?? null,
    isOffice: false,
    isOpinion: false,
    start,
    end,
  }
}

/** Quotation marks that open and close; a straight one does either. */
function opensAfter(open: boolean, words: string): boolean {
  let is = open
  for (const mark of words)
    if (mark === '“' || mark === '«') is = true
    else if (mark === '”' || mark === '»') is = false
    else if (mark === '"') is = !is
  return is
}

const surname = (name: string) => name.split(/\s+/).at(-1) ?? name
/** "Karazhanov noted": who was named in full before. */
function inFull(speaker: Speaker, stage: Stage): Speaker {
  const known = stage.names.get(surname(speaker.name))
  return known && known.name.length > speaker.name.length
    ? { ...speaker, name: known.name, as: speaker.as ?? known.as, isOpinion: known.isOpinion }
    : speaker
}

export type Said = { speaker: Speaker | null; reporter: string | null; isHeading: boolean }

/**
 * Who says a sentence: whoever it names, else whose quotation or speech it stands in.
 * @param following attribution of the next sentence in the paragraph: "“…,” he said" may close what opened before.
 */
export function speakerOf(
  sentence: Sentence,
  found: Attribution,
  following: Attribution | null,
  stage: Stage,
  text: string,
): Said {
  const words = text.slice(sentence.start, sentence.end)
  const named = words.length < 160 ? heading.exec(words) : null
  if (named) {
    stage.speech = fromHeading(named[1]!, sentence.start, sentence.end)
    stage.last = stage.speech
    return { speaker: null, reporter: null, isHeading: true }
  }
  const spoken = turn.exec(words)
  if (spoken) stage.speech = fromHeading(spoken[1]!, sentence.start, sentence.end)
  if (sentence.paragraph !== stage.paragraph) {
    // A quotation that is not closed goes on only where the next paragraph opens it again.
    stage.open = false
    stage.paragraph = sentence.paragraph
  }
  const inside = stage.open
  stage.open = opensAfter(stage.open, words)
  const quoted = inside || /["“«]/.test(words)
  const said = found.said ? inFull(found.said, stage) : null
  // "Trend reports": one word that nobody introduced is an outlet.
  const isKnown =
    said !== null && (said.as !== null || said.isOffice || /\s/.test(said.name) || stage.names.has(said.name))
  let speaker = isKnown ? said : found.pronoun ? stage.last : null
  // A quotation that ends before a verb of saying is told by whoever follows that verb, read or not.
  const isTold =
    !stage.open && found.verb > sentence.start + Math.max(...['"', '”', '»'].map((m) => words.lastIndexOf(m)))
  if (!speaker && quoted && !isTold) speaker = following?.said ? inFull(following.said, stage) : stage.last
  if (isKnown && speaker) {
    if (!speaker.isOffice) stage.names.set(surname(speaker.name), speaker)
    stage.last = speaker
  }
  return { speaker: speaker ?? stage.speech, reporter: found.by?.name ?? null, isHeading: false }
}
