/** A toast lies above what is open: using its button is no wish to leave. */
export function keepForToast(event: Event): void {
  if (event.target instanceof Element && event.target.closest('[data-sonner-toaster]')) event.preventDefault()
}
