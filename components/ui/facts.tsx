/** Name and value in two columns: what a record says about itself. Facts without a value are left out. */
export function Facts({ facts }: { facts: readonly { name: string; value: React.ReactNode }[] }) {
  return (
    <dl className="facts">
      {facts
        .filter((f) => f.value !== null && f.value !== undefined && f.value !== '')
        .map((f) => (
          <div key={f.name}>
            <dt>{f.name}</dt>
            <dd>{f.value}</dd>
          </div>
        ))}
    </dl>
  )
}
