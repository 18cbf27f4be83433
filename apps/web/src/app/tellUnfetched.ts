import { toast } from '@petal/ui'
import { t } from '@petal/ui/language'

/**
 * Says that a part of the app could not be fetched, whatever asked for it. What is drawn comes by itself once it can be;
 * a command is to be given again.
 */
export function tellUnfetched(): void {
  // The bundler's loader tells of every failed import by this event: https://vite.dev/guide/build#load-error-handling
  window.addEventListener('vite:preloadError', () =>
    toast.warning(t('A part of Petal Studio could not be loaded'), {
      id: 'unfetched',
      description: t(
        'Check the connection, then try again. If that does not help, load the page again: nothing is lost.',
      ),
    }),
  )
}
