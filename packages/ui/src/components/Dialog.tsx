import { X } from 'lucide-react'
import { Dialog as Radix } from 'radix-ui'
import { type ReactNode, useRef } from 'react'
import { t } from '../language/index.ts'
import { cn } from './cn.ts'
import { IconButton } from './IconButton.tsx'
import { keepForToast } from './keepForToast.ts'
import { opensKeyboard } from './opensKeyboard.ts'

const widths = {
  sm: 'max-w-96',
  md: 'max-w-lg',
  lg: 'max-w-3xl',
  tall: 'h-[min(680px,calc(100dvh-64px))] max-w-lg',
  full: 'h-[calc(100dvh-64px)] max-w-6xl',
  window: 'h-[calc(100dvh-32px)] max-h-none max-w-none',
} as const

interface DialogProps {
  readonly open: boolean
  onOpenChange(open: boolean): void
  readonly title: string
  /** One or two sentences under the title. */
  readonly description?: ReactNode
  /**
   * `tall` keeps its height whatever is in it, for tabs; `full` fills the window's height, for editors and lists; `window`
   * its width, too, for a canvas.
   */
  readonly size?: keyof typeof widths
  readonly children?: ReactNode
  /** Buttons, the main one last. */
  readonly footer?: ReactNode
  /** Replaces the padding of the body, for lists that reach the edges. */
  readonly bodyClassName?: string
}

/**
 * A modal window: focus stays inside, Escape closes, focus goes back to where it came from, unless what was done in it
 * has put the focus elsewhere.
 */
export function Dialog({
  open,
  onOpenChange,
  title,
  description,
  size = 'md',
  children,
  footer,
  bodyClassName,
}: DialogProps) {
  const cameFrom = useRef<Element>(null)
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange}>
      <Radix.Portal>
        <Radix.Overlay className="fixed inset-0 z-40 animate-fade-in bg-scrim" />
        <Radix.Content
          {...(description === undefined ? { 'aria-describedby': undefined } : {})}
          onOpenAutoFocus={(event) => {
            cameFrom.current = document.activeElement
            focusBody(event)
          }}
          onCloseAutoFocus={(event) => {
            // Radix knows its own trigger only, and this dialog is opened by state.
            event.preventDefault()
            const isNowhere = document.activeElement === document.body
            if (isNowhere && cameFrom.current instanceof HTMLElement) cameFrom.current.focus()
          }}
          onInteractOutside={keepForToast}
          className={cn(
            'fixed inset-0 z-50 m-auto flex h-fit max-h-[calc(100dvh-64px)] w-[calc(100vw-32px)] flex-col',
            'overflow-hidden rounded-xl bg-raised text-ink shadow-xl outline-none',
            // What measures itself as it comes, such as a canvas, must not be on its way to another size.
            size === 'window' ? 'animate-fade-in' : 'animate-pop-in',
            widths[size],
          )}
        >
          <header className="flex items-start gap-4 px-5 pt-4 pb-3">
            <div className="min-w-0 flex-1">
              <Radix.Title className="truncate font-semibold text-lg">{title}</Radix.Title>
              {description === undefined ? null : (
                <Radix.Description className="mt-1 text-base text-ink-soft">{description}</Radix.Description>
              )}
            </div>
            <Radix.Close asChild>
              <IconButton label={t('Close')} size="sm" className="-mr-1">
                <X />
              </IconButton>
            </Radix.Close>
          </header>
          <div data-dialog-body className={cn('min-h-0 flex-1 overflow-y-auto px-5 pb-5', bodyClassName)}>
            {children}
          </div>
          {footer === undefined ? null : (
            <footer className="flex shrink-0 items-center justify-end gap-2 border-line border-t px-5 py-3">
              {footer}
            </footer>
          )}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}

/**
 * The focus goes to what is marked with `data-dialog-focus`, to the first control of the body, or else to the dialog
 * itself: not to the close button above it, whose tooltip would take the first Escape. Where fingers point, a field that
 * is merely the first control does not open a keyboard over what the dialog says.
 */
function focusBody(event: Event): void {
  const { currentTarget } = event
  if (!(currentTarget instanceof HTMLElement)) return
  event.preventDefault()
  const controls = 'input:not([disabled]), textarea, [contenteditable="true"], button:not([disabled]), a[href]'
  const wished = currentTarget.querySelector<HTMLElement>('[data-dialog-focus]:not([disabled])')
  const first = currentTarget.querySelector<HTMLElement>(`[data-dialog-body] :is(${controls})`)
  const quiet = first !== null && !opensKeyboard(first) ? first : undefined
  ;(wished ?? quiet ?? currentTarget).focus()
}
