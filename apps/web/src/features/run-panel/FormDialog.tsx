import { Button, Dialog } from '@petal/ui'
import { t } from '@petal/ui/language'
import { type ReactNode, useId, useState } from 'react'

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
  /** While what it gives back is not done, the form is not sent again. */
  onSubmit(): void | Promise<void>
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
  const id = useId()
  const [busy, setBusy] = useState(false)
  const submit = async () => {
    const done = onSubmit()
    if (done === undefined) return
    setBusy(true)
    await done.finally(() => setBusy(false))
  }
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
            // It stands outside of the form, but belongs to it: Enter in a field presses it.
            <Button variant="primary" type="submit" form={id} busy={busy}>
              {action}
            </Button>
          ) : null}
        </>
      }
    >
      {refusal === undefined ? (
        <form
          id={id}
          aria-label={label}
          className="flex flex-col gap-3"
          onSubmit={(event) => {
            event.preventDefault()
            if (!busy) void submit()
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
