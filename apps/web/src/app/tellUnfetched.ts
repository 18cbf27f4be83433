import { toast } from '@petal/ui'
import { t } from '@petal/ui/language'

/** How long nothing is said again, in milliseconds. */
const pause = 60_000

/**
 * Says that a part of the app could not be fetched, whatever asked for it. What is drawn comes by itself once it can be;
 * a command is to be given again.
 */
export function tellUnfetched(): void {
  let toldAt = Number.NEGATIVE_INFINITY
  // The bundler's loader tells of every failed import by this event: https://vite.dev/guide/build#load-error-handling
  window.addEventListener('vite:preloadError', () => {
    // What is asked for again and again is told of once.
    if (performance.now() - toldAt < pause) return
    toldAt = performance.now()
    toast.warning(t('A part of Petal Studio could not be loaded'), {
      id: 'unfetched',
      description: t(
        'Check the connection, then try again. If that does not help, load the page again: nothing is lost.',
      ),
      action: { label: t('Load the page again'), onClick: () => location.reload() },
    })
  })
}
