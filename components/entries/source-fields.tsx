import { AreaField, TextField } from '@/components/ui/field'
import en from '@/lib/i18n/en/forms.json'

type Bound = (name: string) => { name: string; defaultValue: string; fault: string | undefined }

/** The fields of a source: on its own page, and inside a piece of evidence (`prefix`). */
export function SourceFields({ prefix, field }: { prefix: string; field: Bound }) {
  const of = (name: string) => field(`${prefix}${name}`)
  return (
    <>
      <AreaField {...of('title')} label={en.sourceTitle} rows={2} />
      <TextField {...of('publisher')} label={en.publisher} hint={en.publisherHint} list="entities" />
      <TextField {...of('url')} type="url" label={en.url} optional={en.optional} />
      <TextField {...of('publishedOn')} type="date" label={en.publishedOn} optional={en.optional} />
      <TextField {...of('accessedOn')} type="date" label={en.accessedOn} />
      <TextField {...of('byline')} label={en.byline} optional={en.optional} />
      <TextField {...of('language')} label={en.language} />
      <AreaField {...of('text')} label={en.text} optional={en.optional} hint={en.textHint} />
    </>
  )
}
