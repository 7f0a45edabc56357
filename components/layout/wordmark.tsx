/** Two countries' columns of unequal height and what they hold in common. The same drawing as `app/icon.svg`. */
export function Wordmark({ name }: { name: string }) {
  return (
    <>
      <svg className="wordmark-sign" viewBox="0 0 24 24" width="20" height="20" aria-hidden="true">
        <path className="wordmark-bars" d="M5 3h4v18H5zM15 8h4v13h-4z" />
        <path className="wordmark-tie" d="M2 12h20v3H2z" />
      </svg>
      <span>{name}</span>
    </>
  )
}
