import { isTouched } from '@petal/ui'
import { t } from '@petal/ui/language'
import { Command } from 'cmdk'
import { useEffect, useRef, useState } from 'react'
import { createPortal } from 'react-dom'
import { useEditorInstance, useRegistry } from '../../editor/EditorContext.tsx'
import { listStepTypes } from '../../editor/listStepTypes.ts'
import { categoryLooks } from '../../look/categoryLook.ts'
import { StepIcon } from '../../look/StepIcon.tsx'
import { type PickerRequest, useCanvasUi, useCanvasUiStore } from './CanvasUi.tsx'

const width = 288
const height = 380
const edgeGap = 8

/** The searchable list of step types, at the pointer. Enter adds the step, and its wire, as one undo entry. */
export function StepPicker() {
  const request = useCanvasUi((state) => state.picker)
  return request ? createPortal(<OpenPicker request={request} />, document.body) : null
}

function OpenPicker({ request }: { readonly request: PickerRequest }) {
  const ui = useCanvasUiStore()
  const { actions } = useEditorInstance()
  const panel = useRef<HTMLDivElement>(null)
  const close = () => ui.setState({ picker: undefined })
  useDismiss(panel, close)
  const choose = (strategyType: string) => {
    const { place, after, before, onEdge, beside } = request
    close()
    ui.setState(({ recent }) => ({
      recent: [strategyType, ...recent.filter((name) => name !== strategyType)].slice(0, 3),
    }))
    if (beside) actions.addStepBeside(strategyType)
    else
      actions.addStep(strategyType, {
        at: place,
        ...(after ? { after } : {}),
        ...(before ? { before } : {}),
        ...(onEdge ? { onEdge } : {}),
      })
  }
  return (
    <div
      ref={panel}
      role="dialog"
      aria-label={t('Add a step')}
      className="fixed z-50 animate-pop-in overflow-hidden rounded-xl bg-raised text-ink shadow-xl"
      style={{ width, ...insideWindow(request.at) }}
    >
      <PickerList backwards={request.before !== undefined} onChoose={choose} onClose={close} />
    </div>
  )
}

interface PickerListProps {
  /** The step will lead to another one, so it needs an exit. */
  readonly backwards: boolean
  onChoose(strategyType: string): void
  onClose(): void
}

function PickerList({ backwards, onChoose, onClose }: PickerListProps) {
  const registry = useRegistry()
  const { facts } = useEditorInstance()
  const recent = useCanvasUi((state) => state.recent)
  const [query, setQuery] = useState('')
  const list = useRef<HTMLDivElement>(null)
  // Where fingers point, a keyboard would cover the steps to choose from.
  useEffect(() => {
    if (isTouched()) list.current?.focus()
  }, [])
  const fits = (name: string) => {
    const { inputs, outputs } = facts.of({ id: 'new', strategyType: name, config: {} }).ports
    return (backwards ? outputs : inputs).length > 0
  }
  const groups = listStepTypes(registry, query)
  const recentTypes = query === '' ? recent.flatMap((name) => registry.describe(name) ?? []) : []
  return (
    <Command
      ref={list}
      className="outline-none"
      shouldFilter={false}
      loop
      label={t('Step types')}
      onKeyDown={(event) => {
        event.stopPropagation()
        if (event.key === 'Escape' || event.key === 'Tab') onClose()
      }}
    >
      <Command.Input
        autoFocus={!isTouched()}
        value={query}
        onValueChange={setQuery}
        placeholder={t('Search steps')}
        className="h-10 w-full border-line border-b bg-transparent px-3 outline-none placeholder:text-ink-faint"
      />
      <Command.List className="max-h-80 overflow-y-auto p-1.5">
        <Command.Empty className="px-2 py-6 text-center text-ink-faint">
          {t('No step matches “{query}”.', { query })}
        </Command.Empty>
        {recentTypes.length === 0 ? null : (
          <Command.Group heading={t('Recent')} className="petal-command-group">
            {recentTypes.map((type) => (
              <PickerItem key={type.name} value={`recent ${type.name}`} type={type} onChoose={onChoose} />
            ))}
          </Command.Group>
        )}
        {groups.map(({ category, types }) => (
          <Command.Group key={category} heading={t(categoryLooks[category].title)} className="petal-command-group">
            {types
              .filter((type) => fits(type.name))
              .map((type) => (
                <PickerItem key={type.name} value={type.name} type={type} onChoose={onChoose} />
              ))}
          </Command.Group>
        ))}
      </Command.List>
    </Command>
  )
}

interface PickerItemProps {
  readonly value: string
  readonly type: NonNullable<ReturnType<ReturnType<typeof useRegistry>['describe']>>
  onChoose(strategyType: string): void
}

function PickerItem({ value, type, onChoose }: PickerItemProps) {
  return (
    <Command.Item
      value={value}
      onSelect={() => onChoose(type.name)}
      className="flex items-center gap-2.5 rounded-md px-2 py-1.5 data-[selected=true]:bg-pressed"
    >
      <StepIcon icon={type.icon} category={type.category} />
      <span className="min-w-0">
        <span className="block truncate font-medium">{type.title}</span>
        <span className="block truncate text-ink-soft text-sm">{type.description}</span>
      </span>
    </Command.Item>
  )
}

/** A click elsewhere closes. */
function useDismiss(panel: { readonly current: HTMLElement | null }, close: () => void): void {
  useEffect(() => {
    const onPress = (event: PointerEvent) => {
      if (event.target instanceof Node && panel.current?.contains(event.target)) return
      close()
    }
    window.addEventListener('pointerdown', onPress, true)
    return () => window.removeEventListener('pointerdown', onPress, true)
  })
}

function insideWindow({ x, y }: { readonly x: number; readonly y: number }) {
  return {
    left: Math.max(edgeGap, Math.min(x, window.innerWidth - width - edgeGap)),
    top: Math.max(edgeGap, Math.min(y, window.innerHeight - height - edgeGap)),
  }
}
