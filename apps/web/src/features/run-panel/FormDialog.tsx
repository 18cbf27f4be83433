import { Button, Dialog } from '@petal/ui'
import { t } from '@petal/ui/language'
import type { ReactNode } from 'react'

interface FormDialogProps {
  readonly title: string
  readonly description?: string
  /** What the form is called. */
  readonly label: string
  /** What the button says that does it. */
  readonly action: string
  /** Why it cannot be done; then there is no such button. */
  readonly refusal?: string | undefined
  readonly children: ReactNode
  onSubmit(): void
  onClose(): void
}

/** Something of a run to be written over, and the one button that goes on with it. */
export function FormDialog({
  title,
  description,
  label,
  action,
  refusal,
  children,
  onSubmit,
  onClose,
}: FormDialogProps) {
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={title}
      description={description}
      footer={
        <>
          <Button onClick={onClose}>{t('Cancel')}</Button>
          {refusal === undefined ? (
            <Button variant="primary" onClick={onSubmit}>
              {action}
            </Button>
          ) : null}
        </>
      }
    >
      {refusal === undefined ? (
        <form
          aria-label={label}
          className="flex flex-col gap-3"
          onSubmit={(event) => {
            event.preventDefault()
            onSubmit()
          }}
        >
          {children}
        </form>
      ) : (
        <p className="text-ink-soft">{refusal}</p>
      )}
    </Dialog>
  )
}
