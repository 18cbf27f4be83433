import { ChevronDown, ChevronUp } from 'lucide-react'
import { type ReactNode, useLayoutEffect, useRef } from 'react'
import { cn } from './cn.ts'
import { useOverflow } from './useOverflow.ts'

/** The lines of a menu, with a sign above and below while there are more than the window has room for. */
export function MenuScroll({ children }: { readonly children: ReactNode }) {
  const mark = useRef<HTMLDivElement>(null)
  const surface = useRef<HTMLElement>(null)
  // Radix draws what scrolls around these lines.
  useLayoutEffect(() => {
    surface.current = mark.current?.parentElement ?? null
  }, [])
  const { before, after } = useOverflow(surface, 'y')
  return (
    <>
      <div ref={mark} aria-hidden className="pointer-events-none sticky -top-1 z-10 h-0">
        <Fade
          isShown={before}
          className="top-0 items-start rounded-t-lg [background-image:linear-gradient(to_bottom,var(--color-raised)_40%,transparent)]"
        >
          <ChevronUp />
        </Fade>
      </div>
      {children}
      <div aria-hidden className="pointer-events-none sticky -bottom-1 z-10 h-0">
        <Fade
          isShown={after}
          className="bottom-0 items-end rounded-b-lg [background-image:linear-gradient(to_top,var(--color-raised)_40%,transparent)]"
        >
          <ChevronDown />
        </Fade>
      </div>
    </>
  )
}

interface FadeProps {
  readonly isShown: boolean
  readonly className: string
  readonly children: ReactNode
}

function Fade({ isShown, className, children }: FadeProps) {
  return (
    <div
      data-more={isShown}
      className={cn(
        'absolute -inset-x-1 flex h-8 justify-center text-ink-soft [&_svg]:size-4',
        className,
        !isShown && 'invisible',
      )}
    >
      {children}
    </div>
  )
}
