import { Buttons } from './Buttons.tsx'
import { Colours } from './Colours.tsx'
import { Folds } from './Folds.tsx'
import { Inputs } from './Inputs.tsx'
import { Layers } from './Layers.tsx'
import { Places } from './Places.tsx'

/** Every component, in its states. */
export function ControlsPage() {
  return (
    <main className="flex flex-col gap-6">
      <Colours />
      <Buttons />
      <Inputs />
      <Layers />
      <Folds />
      <Places />
    </main>
  )
}
