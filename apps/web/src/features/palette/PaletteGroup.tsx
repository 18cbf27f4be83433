import { cn } from '@petal/ui'
import { t } from '@petal/ui/language'
import { ChevronRight } from 'lucide-react'
import { useState } from 'react'
import type { StepTypeGroup } from '../../editor/listStepTypes.ts'
import { categoryLooks } from '../../look/categoryLook.ts'
import { PaletteItem } from './PaletteItem.tsx'

interface PaletteGroupProps {
  readonly group: StepTypeGroup
  /** What was found is shown also in a folded group. */
  readonly searching: boolean
}

/** The step types of one kind, folded away by a click on their heading. */
export function PaletteGroup({ group, searching }: PaletteGroupProps) {
  const [folded, setFolded] = useState(false)
  const isOpen = searching || !folded
  return (
    <section className="pb-1">
      <button
        type="button"
        aria-expanded={isOpen}
        onClick={() => setFolded(!folded)}
        className="focus-ring flex h-6.5 w-full items-center gap-1 rounded-md px-1.5 font-medium text-ink-faint text-sm hover:text-ink-soft"
      >
        <ChevronRight aria-hidden className={cn('size-3.5 transition-transform duration-100', isOpen && 'rotate-90')} />
        {t(categoryLooks[group.category].title)}
      </button>
      {isOpen ? (
        <ul className="flex flex-col">
          {group.types.map((type) => (
            <li key={type.name}>
              <PaletteItem type={type} detailed={searching} />
            </li>
          ))}
        </ul>
      ) : null}
    </section>
  )
}
