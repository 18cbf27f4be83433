import { CircleAlert, CircleCheck, Info, TriangleAlert } from 'lucide-react'
import { useSyncExternalStore } from 'react'
import { Toaster as Sonner } from 'sonner'

const narrow = '(max-width: 639px)'

/**
 * The place where toasts appear. Mount it once; show one with `toast` of this package. On a phone the buttons are at the
 * bottom, under the thumb: there it is below the top bar.
 */
export function Toaster() {
  const isNarrow = useSyncExternalStore(follow, () => matchMedia(narrow).matches)
  return (
    <Sonner
      position={isNarrow ? 'top-center' : 'bottom-right'}
      mobileOffset={{ top: 60 }}
      gap={8}
      icons={{
        success: <CircleCheck className="size-4 text-ok" />,
        error: <CircleAlert className="size-4 text-danger" />,
        warning: <TriangleAlert className="size-4 text-warn" />,
        info: <Info className="size-4 text-info" />,
      }}
      toastOptions={{
        unstyled: true,
        classNames: {
          // Also while a dialog is open, which makes everything outside of it deaf.
          toast:
            'pointer-events-auto flex w-89 items-start font-sans gap-2.5 rounded-lg bg-raised p-3 text-base text-ink shadow-lg',
          title: 'font-medium',
          description: 'text-ink-soft',
          content: 'min-w-0 flex-1',
          icon: 'mt-0.5 shrink-0',
          actionButton: 'focus-ring h-6 shrink-0 rounded-sm px-2 font-medium text-accent text-sm hover:bg-accent-soft',
          cancelButton: 'focus-ring h-6 shrink-0 rounded-sm px-2 text-ink-soft text-sm hover:bg-hover',
        },
      }}
    />
  )
}

function follow(onChange: () => void): () => void {
  const list = matchMedia(narrow)
  list.addEventListener('change', onChange)
  return () => list.removeEventListener('change', onChange)
}
