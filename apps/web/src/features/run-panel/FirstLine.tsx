import { type ReactNode, useEffect, useRef } from 'react'

/** Brings its first line into view when it appears: that one matters, the rest can be scrolled to. */
export function FirstLine({ className, children }: { readonly className?: string; readonly children: ReactNode }) {
  const part = useRef<HTMLDivElement>(null)
  useEffect(() => {
    part.current?.scrollIntoView({ block: 'start' })
  }, [])
  return (
    <div ref={part} className={className}>
      {children}
    </div>
  )
}
