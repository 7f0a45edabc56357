import { figure } from '@/components/evidence/figure'
import { glyph } from '@/components/ui/glyph'
import { html, type Markup } from '@/components/ui/markup'
import { sparkline } from '@/components/ui/sparkline'
import { status } from '@/components/ui/status'
import type { CardFigure } from '@/lib/dashboards/schema'

type Moved = Extract<CardFigure['change'], { good: boolean | null }>

type Look = {
  large?: boolean
  /** Name of the indicator, where no card's title says it. */
  what?: string
}

/** One figure with all that makes it trustworthy: whose, how much, when, which way, how sure, how fresh. */
export function reading(f: CardFigure, { large, what }: Look): Markup {
  return html`
    <li class="reading">
      ${what && html`<p class="reading-what">${what}</p>`}
      <p class="reading-whose">${f.whose}${f.basis && html` <span class="muted">${f.basis}</span>`}</p>
      <p class="reading-value">${figure(f, large)} <span>${f.period}</span></p>
      ${sparkline(f.spark)}
      ${f.change?.direction && html`<p class="reading-change">${moved(f.change)}</p>`}
      ${f.doubt && html`<p class="reading-doubt">${status('doubt', 'warn', f.doubt)}</p>`}
      <p class="reading-fresh">
        ${f.change?.direction === null && `${f.change.text} · `}${f.fresh.code === 'stale' && html`${glyph('late')} `}${f.fresh.text}
      </p>
    </li>`
}

/** Which way a figure moves: shape and words; colour only where the indicator has a desired direction. */
const moved = (c: Moved): Markup => status(c.direction, c.good === null ? 'plain' : c.good ? 'good' : 'bad', c.text)
