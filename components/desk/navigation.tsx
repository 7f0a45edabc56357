'use client'

import { usePathname } from 'next/navigation'
import { Button } from '@/components/ui/button'
import en from '@/lib/i18n/en/desk.json'
import { signOutAction } from '@/lib/users/actions'

/** The rooms of the desk. Which of them are shown says nothing about what is allowed: every page checks itself. */
export function DeskNavigation({ works, manages, sets }: { works: boolean; manages: boolean; sets: boolean }) {
  const path = usePathname()
  const links = [
    ...(works
      ? [
          { href: '/desk', label: en.overview },
          { href: '/desk/intake', label: en.intake },
          { href: '/desk/review', label: en.review },
          { href: '/desk/sources', label: en.sources },
          { href: '/desk/watch', label: en.watch },
          { href: '/desk/indicators', label: en.indicators },
          { href: '/desk/entities', label: en.entities },
          { href: '/desk/audit', label: en.audit },
        ]
      : []),
    ...(manages ? [{ href: '/desk/people', label: en.people }] : []),
    ...(sets ? [{ href: '/desk/settings', label: en.settings }] : []),
    { href: '/desk/password', label: en.password },
  ]
  const here = (href: string) => (href === '/desk' ? path === href : path === href || path.startsWith(`${href}/`))
  return (
    <div className="desk-bar no-print">
      <nav aria-label={en.navigation}>
        <ul className="desk-links">
          {links.map(({ href, label }) => (
            <li key={href}>
              <a href={href} aria-current={here(href) ? 'page' : undefined}>
                {label}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <form action={signOutAction}>
        <Button look="quiet" type="submit">
          {en.signOut}
        </Button>
      </form>
    </div>
  )
}
