import { Button, cn, IconButton, Kbd, keyNames } from '@petal/ui'
import { t } from '@petal/ui/language'
import { RotateCcw } from 'lucide-react'
import { useEffect, useState } from 'react'
import type { Command } from '../commands/Command.ts'
import { useOwnKeys } from '../commands/CommandContext.tsx'
import { commandList } from '../commands/commandList.ts'
import { keysOf, type OwnKeys } from '../commands/keysOf.ts'
import { type KeyPlan, planKeys, resetKeys } from '../commands/planKeys.ts'
import { pressedKeys } from '../commands/pressedKeys.ts'

/** A command, and its keys: to be changed by pressing others. */
export function KeyRow({ command }: { readonly command: Command }) {
  const { own, choose } = useOwnKeys()
  const [isListening, setListening] = useState(false)
  const [plan, setPlan] = useState<KeyPlan>()
  const keys = keysOf(command, own)
  const onKeys = (pressed: string | undefined) => {
    setListening(false)
    if (pressed === undefined) return
    const next = planKeys(commandList, own, command.id, pressed)
    if (next.kind === 'free') choose(next.own)
    setPlan(next.kind === 'free' ? undefined : next)
  }
  useListening(isListening, onKeys)
  return (
    <li className="flex min-h-7 flex-wrap items-center justify-between gap-x-4">
      <span className="min-w-1/3">{t(command.title)}</span>
      <span className="ml-auto flex items-center gap-1">
        {Object.hasOwn(own, command.id) ? (
          <IconButton
            label={t('Reset the keys of {title}', { title: t(command.title) })}
            size="sm"
            onClick={() => choose(resetKeys(commandList, own, command))}
          >
            <RotateCcw />
          </IconButton>
        ) : null}
        <button
          type="button"
          aria-label={t('Keys of {title}: {value}', {
            title: t(command.title),
            value: keys.map((one) => keyNames(one).join(' ')).join(', ') || t('none'),
          })}
          aria-pressed={isListening}
          onClick={() => {
            setPlan(undefined)
            setListening(!isListening)
          }}
          onBlur={() => setListening(false)}
          className={cn(
            'focus-ring flex min-h-6 flex-wrap items-center justify-end gap-x-2 gap-y-1 rounded-sm px-1 text-ink-soft hover:bg-hover',
            isListening && 'bg-accent-soft text-accent',
          )}
        >
          {isListening ? t('Press keys') : keys.map((combination) => <Kbd key={combination} keys={combination} />)}
          {!isListening && keys.length === 0 ? <span className="text-ink-faint text-sm">{t('Set keys')}</span> : null}
        </button>
      </span>
      {plan === undefined ? null : (
        <KeyAnswer
          plan={plan}
          onTake={(next) => {
            choose(next)
            setPlan(undefined)
          }}
          onLeave={() => setPlan(undefined)}
        />
      )}
    </li>
  )
}

interface KeyAnswerProps {
  readonly plan: KeyPlan
  onTake(own: OwnKeys): void
  onLeave(): void
}

/** Why keys cannot be had, or who has them. */
function KeyAnswer({ plan, onTake, onLeave }: KeyAnswerProps) {
  if (plan.kind === 'free') return null
  if (plan.kind === 'refused') {
    return (
      <p role="alert" className="w-full pb-1 text-danger text-sm">
        {plan.reason}
      </p>
    )
  }
  return (
    <div role="alert" className="flex w-full flex-wrap items-center gap-1.5 pb-1 text-sm">
      <span className="flex-1 text-ink-soft">
        {plan.by.map(({ title }) => t('“{title}” has these keys.', { title: t(title) })).join(' ')}
      </span>
      <Button size="sm" variant="ghost" onClick={onLeave}>
        {t('Leave')}
      </Button>
      <Button size="sm" onClick={() => onTake(plan.own)}>
        {t('Take over')}
      </Button>
    </div>
  )
}

/** Hears keys before anything else does, so that they are chosen and do nothing. Escape gives up. */
function useListening(isListening: boolean, onKeys: (keys: string | undefined) => void): void {
  useEffect(() => {
    if (!isListening) return
    const onKeyDown = (event: KeyboardEvent) => {
      event.preventDefault()
      event.stopPropagation()
      const pressed = pressedKeys(event)
      if (pressed !== undefined) onKeys(pressed === 'Escape' ? undefined : pressed)
    }
    window.addEventListener('keydown', onKeyDown, true)
    return () => window.removeEventListener('keydown', onKeyDown, true)
  })
}

interface FixedKeyRowProps {
  readonly title: string
  readonly keys: readonly string[]
}

/** Keys that cannot be changed. */
export function FixedKeyRow({ title, keys }: FixedKeyRowProps) {
  return (
    <li className="flex min-h-7 items-center justify-between gap-4">
      <span className="min-w-1/3">{t(title)}</span>
      <span className="flex flex-wrap justify-end gap-x-2 gap-y-1 px-1 text-ink-faint">
        {keys.map((combination) => (
          <Kbd key={combination} keys={combination} />
        ))}
      </span>
    </li>
  )
}
