import type { StepCategory } from '@petal/core/model'
import { cn } from '@petal/ui'
import { categoryLooks } from './categoryLook.ts'
import { useStepIcon } from './useStepIcon.ts'

const sizes = { sm: 'size-5 rounded-sm [&_svg]:size-3', md: 'size-7 rounded-lg [&_svg]:size-4' } as const

interface StepIconProps {
  /** Name of a lucide icon; an unknown one is drawn as a puzzle piece. */
  readonly icon: string
  readonly category: StepCategory
  readonly size?: keyof typeof sizes
  readonly className?: string
}

/** A step type's picture on its kind's tint. */
export function StepIcon({ icon, category, size = 'md', className }: StepIconProps) {
  const Icon = useStepIcon(icon)
  return (
    <span
      aria-hidden
      className={cn(
        'inline-flex shrink-0 items-center justify-center',
        sizes[size],
        categoryLooks[category].soft,
        className,
      )}
    >
      <Icon strokeWidth={2} />
    </span>
  )
}
