import { disclosure } from '@/components/ui/disclosure'
import { Html } from '@/components/ui/html'
import { html, type Markup } from '@/components/ui/markup'
import type { Card } from '@/lib/dashboards/schema'
import { reading } from './reading'
import { targetBlock } from './target-block'

/** "Target", "How is this computed?" */
export type CardWords = { target: string; computed: string }

/** What a relation is watched for, in figures. */
export function Cards({ cards, words }: { cards: readonly Card[]; words: CardWords }) {
  return <Html className="cards" markup={html`${cards.map((card) => statusCard(card, words))}`} />
}

function statusCard(card: Card, words: CardWords): Markup {
  const large = card.figures.length === 1 && card.targets.length === 0
  const id = `card-${card.key}`
  return html`
    <article class="card" aria-labelledby="${id}">
      <h3 id="${id}">${card.href ? html`<a href="${card.href}">${card.title}</a>` : card.title}</h3>
      ${card.lead && html`<p class="card-lead">${card.lead}</p>`}
      ${card.figures.length > 0 && html`<ul class="readings">${card.figures.map((f) => reading(f, { large }))}</ul>`}
      ${card.targets.map((t) => targetBlock(t, words.target))}
      ${
        card.computed.length > 0 &&
        disclosure(
          words.computed,
          card.computed.map((line) => html`<p class="small muted">${line}</p>`),
        )
      }
    </article>`
}
