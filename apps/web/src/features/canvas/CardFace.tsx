import { ERROR_EXIT } from '@petal/core/model'
import { cn } from '@petal/ui'
import type { ReactNode } from 'react'
import type { StepFacts } from '../../editor/createStepFacts.ts'
import { categoryLooks } from '../../look/categoryLook.ts'
import { Emphasised } from '../../look/Emphasised.tsx'
import { StepIcon } from '../../look/StepIcon.tsx'

interface CardFaceProps {
  readonly name: string
  readonly facts: StepFacts
  readonly className?: string
  /** What stands at the end of the first line: status, problems. */
  readonly aside?: ReactNode
}

/** What a step looks like: on the canvas, and under the pointer while it is dragged in. Sizes are `cardGeometry`'s. */
export function CardFace({ name, facts, className, aside }: CardFaceProps) {
  const outputs = facts.ports.outputs.length > 1 ? facts.ports.outputs : []
  return (
    <div
      className={cn(
        'relative flex h-full w-full flex-col overflow-hidden rounded-xl border border-line bg-surface text-left shadow-md',
        !facts.definition && 'border-dashed border-line-strong bg-sunken',
        className,
      )}
    >
      <span
        aria-hidden
        className={cn('absolute top-3 bottom-3 left-0 w-[3px] rounded-r-full', categoryLooks[facts.category].solid)}
      />
      <div className="petal-card-head flex h-14 shrink-0 items-center gap-2.5 pr-3 pl-3.5">
        <StepIcon icon={facts.icon} category={facts.category} />
        <div className="min-w-0 flex-1">
          <div className="petal-card-name truncate font-semibold text-ink leading-4.5">{name}</div>
          {name === facts.typeTitle ? null : (
            <div className="petal-card-detail truncate text-ink-faint text-xs leading-3.5">{facts.typeTitle}</div>
          )}
        </div>
        {aside}
      </div>
      <div className="petal-card-detail -mt-1 line-clamp-2 h-8 px-3.5 text-ink-soft text-sm">
        <Emphasised text={facts.summary} />
      </div>
      {outputs.length === 0 ? null : (
        <div className="absolute inset-x-0 top-[91px] border-line border-t">
          {outputs.map((port) => (
            <div
              key={port.id}
              className={cn(
                'petal-card-exit flex h-[26px] items-center justify-end pr-4 pl-3.5 text-ink-soft text-sm',
                port.id === ERROR_EXIT && 'text-danger',
              )}
            >
              <span className="truncate">{port.label}</span>
            </div>
          ))}
        </div>
      )}
    </div>
  )
}
