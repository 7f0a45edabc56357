import { Html } from '@/components/ui/html'
import { html } from '@/components/ui/markup'

/** What the two kinds of underline below figures mean. */
export function EvidenceKey({ quoted, page }: { quoted: string; page: string }) {
  const line = (look: string, words: string) => html`<li><span class="said ${look}">1.2</span> ${words}</li>`
  return (
    <Html
      as="ul"
      className="evidence-key no-print"
      markup={html`${line('evidence-quote', quoted)}${line('evidence-page', page)}`}
    />
  )
}
