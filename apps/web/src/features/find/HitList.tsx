import { cn } from '@petal/ui'
import { msg, t } from '@petal/ui/language'
import { describePlace } from '../../editor/describePlace.ts'
import { useEditor, useEditorInstance } from '../../editor/EditorContext.tsx'
import { lineOfHit } from '../../editor/find/lineOfHit.ts'
import type { HitKind, TextHit } from '../../editor/find/listHits.ts'
import type { TextPlace } from '../../editor/find/TextPlace.ts'
import { selectFileAgent } from '../../editor/selectors.ts'

interface HitListProps {
  readonly hits: readonly TextHit[]
  isTicked(hit: TextHit): boolean
  readonly mayTick: boolean
  onTick(hit: TextHit): void
  onOpen(hit: TextHit): void
}

/** What was found, each in its line, with a tick for what is to be replaced. */
export function HitList(props: HitListProps) {
  return (
    <ul aria-label={t('Found')} className="py-1.5">
      {props.hits.map((hit) => (
        <HitRow key={hit.id} hit={hit} {...props} />
      ))}
    </ul>
  )
}

const kindWords: Readonly<Record<HitKind, string | undefined>> = {
  text: undefined,
  reference: msg('reference'),
  expression: msg('expression'),
  code: msg('code'),
  exit: msg('way out'),
  fixed: msg('not replaced'),
}

function HitRow({ hit, isTicked, mayTick, onTick, onOpen }: HitListProps & { readonly hit: TextHit }) {
  const { place, kind } = hit
  const { before, found, after } = lineOfHit(place.text, hit)
  const words = kindWords[kind]
  const where = usePlaceWords(place)
  return (
    <li className="flex items-start gap-2.5 px-5 hover:bg-hover">
      <input
        type="checkbox"
        aria-label={t('Replace in {where}: {before}{found}{after}', { where, before, found, after })}
        className={cn('mt-2 size-3.5 shrink-0 accent-accent-solid', (!mayTick || kind === 'fixed') && 'invisible')}
        checked={isTicked(hit)}
        onChange={() => onTick(hit)}
      />
      <button type="button" onClick={() => onOpen(hit)} className="focus-ring min-w-0 flex-1 rounded-sm py-1 text-left">
        <span className="wrap-anywhere block text-ink">
          {before}
          <mark className="rounded-sm bg-warn-soft text-ink">{found}</mark>
          {after}
        </span>
        <span className="flex min-w-0 items-center gap-2 text-ink-faint text-sm">
          <span className="truncate">{where}</span>
          {words === undefined ? null : (
            <span className="shrink-0 rounded-sm border border-line px-1 text-ink-soft text-xs">{t(words)}</span>
          )}
        </span>
      </button>
    </li>
  )
}

function usePlaceWords({ agentId, stepId, path }: TextPlace): string {
  const { facts } = useEditorInstance()
  const file = useEditor(selectFileAgent)
  const { owner, titles } = describePlace(
    { path, ...(agentId === undefined ? {} : { agentId }), ...(stepId === undefined ? {} : { stepId }) },
    file,
    facts,
  )
  const rest = path === 'id' ? ['Id'] : titles
  return [owner, ...rest].join(' · ')
}
