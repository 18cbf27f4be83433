import { Slider } from '../../components/Slider.tsx'
import type { ControlProps } from '../FormContext.ts'
import { NumberControl } from './NumberControl.tsx'

/** A number between two ends: dragged, or typed beside it. */
export function SliderControl({ field, binding }: ControlProps<'slider'>) {
  const value = typeof binding.value === 'number' ? binding.value : Number(field.default ?? field.min)
  const integer = Number.isInteger(field.step)
  return (
    <div className="flex items-start gap-3">
      <Slider
        aria-label={`${binding.label} (slider)`}
        value={value}
        min={field.min}
        max={field.max}
        step={field.step}
        disabled={binding.disabled}
        onValueChange={(next) => binding.onChange(next, 'burst')}
        onValueCommit={binding.onBlur}
      />
      <div className="w-16 shrink-0">
        <NumberControl field={{ ...field, kind: 'number', integer }} binding={binding} />
      </div>
    </div>
  )
}
