import { Button, cn, Dialog, TextField } from '@petal/ui'
import { spokenLanguage, t } from '@petal/ui/language'
import { CaseSensitive, Replace, Search, WholeWord } from 'lucide-react'
import { type ReactNode, useMemo, useState } from 'react'
import { countLabel } from '../../editor/countLabel.ts'
import { useActions, useEditor, useEditorInstance } from '../../editor/EditorContext.tsx'
import type { TextHit } from '../../editor/find/listHits.ts'
import { replaceHits } from '../../editor/find/replaceHits.ts'
import { tellWithUndo } from '../../look/tellWithUndo.ts'
import { describeReplaced } from './describeReplaced.ts'
import { HitList } from './HitList.tsx'
import { showPlace } from './showPlace.ts'
import { useHits } from './useHits.ts'

/** More rows than this are shown when asked for. */
const shownAtOnce = 200

/** Finds words anywhere in the file, and puts others in their place. */
export function FindDialog() {
  const { setDialog } = useActions()
  return (
    <Dialog
      open
      onOpenChange={() => setDialog(undefined)}
      title={t('Find and replace')}
      size="lg"
      bodyClassName="flex flex-col overflow-hidden p-0"
    >
      <FindBody />
    </Dialog>
  )
}

function FindBody() {
  const editor = useEditorInstance()
  const actions = useActions()
  const mayEdit = useEditor((state) => state.session.readOnly === undefined)
  const [text, setText] = useState('')
  const [matchCase, setMatchCase] = useState(false)
  const [wholeWord, setWholeWord] = useState(false)
  const [replacement, setReplacement] = useState('')
  const [shown, setShown] = useState(shownAtOnce)
  /** Hits whose tick is not the one they begin with. */
  const [turned, setTurned] = useState<ReadonlySet<string>>(new Set())
  const query = useMemo(() => ({ text, matchCase, wholeWord }), [text, matchCase, wholeWord])
  const all = useHits(query)
  const hits = all.slice(0, shown)
  const isTicked = ({ id, kind }: TextHit) => kind !== 'fixed' && (kind === 'text') !== turned.has(id)
  const ticked = hits.filter(isTicked)
  const begin = (change: () => void) => {
    change()
    setTurned(new Set())
    setShown(shownAtOnce)
  }
  const deletes = replacement === ''
  const replace = () => {
    const count = ticked.length
    // The name of the undo entry: what is kept of a large one goes by it.
    const words = deletes
      ? countLabel(count, 'Delete a text', 'Delete {count} texts')
      : countLabel(count, 'Replace a text', 'Replace {count} texts')
    const changed = actions.commitFile(words, (file) => replaceHits(file, editor.facts, ticked, replacement), 'record')
    if (!changed) return
    setTurned(new Set())
    const { places, where } = describeReplaced(ticked)
    actions.announce(places)
    tellWithUndo(editor, places, where)
  }
  const goTo = (hit: TextHit) => {
    actions.setDialog(undefined)
    showPlace(actions, hit.place)
  }
  const [first] = hits
  return (
    <>
      <div className="flex flex-col gap-2 px-5 pb-3">
        <div className="flex items-center gap-1.5">
          <TextField
            // Asked for to be written in, and nothing stands below yet that a keyboard could cover.
            autoFocus
            size="lg"
            className="min-w-0 flex-1"
            prefix={<Search aria-hidden />}
            aria-label={t('Find')}
            placeholder={t('Find in names, prompts, settings, notes and tools')}
            value={text}
            onChange={(event) => begin(() => setText(event.target.value))}
            onKeyDown={(event) => {
              if (event.key === 'Enter' && first !== undefined && !event.nativeEvent.isComposing) goTo(first)
            }}
          />
          <Toggle label={t('Match case')} isOn={matchCase} onChange={(isOn) => begin(() => setMatchCase(isOn))}>
            <CaseSensitive />
          </Toggle>
          <Toggle label={t('Whole word')} isOn={wholeWord} onChange={(isOn) => begin(() => setWholeWord(isOn))}>
            <WholeWord />
          </Toggle>
        </div>
        {mayEdit ? (
          <TextField
            size="lg"
            prefix={<Replace aria-hidden />}
            aria-label={t('Replace with')}
            placeholder={t('Replace with')}
            value={replacement}
            onChange={(event) => setReplacement(event.target.value)}
          />
        ) : null}
      </div>
      <div className="min-h-24 flex-1 overflow-y-auto border-line border-t">
        {text === '' ? (
          <p className="px-5 py-8 text-center text-ink-faint">{t('Enter goes to the first place found.')}</p>
        ) : all.length === 0 ? (
          <p className="px-5 py-8 text-center text-ink-faint">{t('Nothing found.')}</p>
        ) : (
          <HitList
            hits={hits}
            isTicked={isTicked}
            mayTick={mayEdit}
            onTick={({ id }) =>
              setTurned((known) => new Set(known.has(id) ? [...known].filter((other) => other !== id) : [...known, id]))
            }
            onOpen={goTo}
          />
        )}
        {all.length > shown ? (
          <Button variant="ghost" className="mx-5 mb-3" onClick={() => setShown(shown + shownAtOnce)}>
            {t('Show more of {count}', { count: all.length.toLocaleString(spokenLanguage()) })}
          </Button>
        ) : null}
      </div>
      <footer className="flex shrink-0 items-center gap-3 border-line border-t px-5 py-3">
        <p role="status" className="min-w-0 flex-1 text-ink-soft">
          {text === ''
            ? ''
            : t('{found} found, {ticked} ticked', {
                found: all.length.toLocaleString(spokenLanguage()),
                ticked: ticked.length.toLocaleString(spokenLanguage()),
              })}
        </p>
        {mayEdit ? (
          <Button variant="primary" disabled={ticked.length === 0} onClick={replace}>
            {deletes ? t('Delete') : t('Replace')}
          </Button>
        ) : null}
      </footer>
    </>
  )
}

interface ToggleProps {
  readonly label: string
  readonly isOn: boolean
  readonly children: ReactNode
  onChange(isOn: boolean): void
}

function Toggle({ label, isOn, children, onChange }: ToggleProps) {
  return (
    <button
      type="button"
      aria-label={label}
      aria-pressed={isOn}
      title={label}
      onClick={() => onChange(!isOn)}
      className={cn(
        'focus-ring inline-flex size-8 shrink-0 items-center justify-center rounded-md [&_svg]:size-4',
        isOn ? 'bg-accent-soft text-accent' : 'text-ink-soft hover:bg-hover',
      )}
    >
      {children}
    </button>
  )
}
