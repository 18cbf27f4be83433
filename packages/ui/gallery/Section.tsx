import type { ReactNode } from 'react'
import { Card } from '../src/index.ts'

/** Things of one kind, under their name. */
export function Section({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className="flex flex-col gap-3">
      <h2 className="font-semibold text-ink-soft text-sm">{title}</h2>
      <Card className="flex flex-col gap-4 p-4">{children}</Card>
    </section>
  )
}
