import { Toaster, TooltipProvider } from '@petal/ui'
import { EditorProvider } from '../editor/EditorContext.tsx'
import type { Studio } from './createStudio.ts'
import { Shell } from './Shell.tsx'

/** The whole app. */
export function App({ studio }: { readonly studio: Studio }) {
  return (
    <EditorProvider editor={studio.editor}>
      <TooltipProvider>
        <Shell />
        <Toaster />
      </TooltipProvider>
    </EditorProvider>
  )
}
