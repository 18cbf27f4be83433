import { EditorProvider } from '../editor/EditorContext.tsx'
import type { Studio } from './createStudio.ts'
import { ServicesProvider } from './ServicesProvider.tsx'
import { Shell } from './Shell.tsx'

/** The whole app. */
export function App({ studio }: { readonly studio: Studio }) {
  return (
    <EditorProvider editor={studio.editor}>
      <ServicesProvider services={studio.services}>
        <Shell />
      </ServicesProvider>
    </EditorProvider>
  )
}
