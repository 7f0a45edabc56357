import { Did } from '@/components/desk/did'
import { type Crumb, PageHead } from '@/components/layout/page-head'
import { defaultLocale } from '@/lib/i18n/locales'
import { translator } from '@/lib/i18n/translate'

/** The head of a page of the desk: the way back to it, the title, what was done a moment ago. */
export function DeskHead({
  title,
  crumbs = [],
  facts = [],
  did,
  children,
}: {
  title: string
  crumbs?: readonly Crumb[]
  facts?: readonly React.ReactNode[]
  did?: string
  children?: React.ReactNode
}) {
  const desk = translator(defaultLocale, 'desk')
  return (
    <>
      <title>{title}</title>
      <PageHead
        crumbs={[{ label: desk('name'), href: '/desk' }, ...crumbs]}
        crumbsLabel={translator(defaultLocale, 'layout')('crumbs')}
        title={title}
        facts={facts}
      >
        {children}
      </PageHead>
      <Did did={did} />
    </>
  )
}
