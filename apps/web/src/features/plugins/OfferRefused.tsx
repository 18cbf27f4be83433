import { plural, t } from '@petal/ui/language'
import { CircleAlert } from 'lucide-react'
import type { PluginOffer } from '../../plugins/loaded/offerPlugin.ts'

/** More lines than this help nobody. */
const most = 12

/** Why what was looked at cannot be added. */
export function OfferRefused({ offer }: { readonly offer: Extract<PluginOffer, { readonly ok: false }> }) {
  const hidden = offer.problems.length - most
  return (
    <div role="alert" className="flex items-start gap-2 rounded-lg border border-danger-line bg-danger-soft px-3 py-2">
      <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0 text-danger" />
      <div className="wrap-anywhere min-w-0 text-ink">
        <p className="font-medium">{t('{place} cannot be added', { place: offer.place })}</p>
        <ul className="mt-1 flex flex-col gap-1 text-ink-soft">
          {offer.problems.slice(0, most).map(({ code, path, message }) => (
            <li key={`${path} ${message}`}>
              {path === undefined || path === '' ? null : <code className="font-mono text-sm">{`${path}: `}</code>}
              {message} <code className="font-mono text-ink-faint text-xs">{code}</code>
            </li>
          ))}
        </ul>
        {hidden > 0 ? (
          <p className="mt-1 text-ink-faint text-sm">{plural(hidden, 'and one more', 'and {count} more')}</p>
        ) : null}
      </div>
    </div>
  )
}
