import { Suspense, useRef } from 'react'
import { lazyPart } from '../../look/lazyPart.ts'
import type { EditorProps } from './EditorProps.ts'
import { PlainEditor } from './PlainEditor.tsx'
import type { TextSelection } from './TextSelection.ts'

const CodeEditor = lazyPart(async () => (await import('./CodeEditor.tsx')).CodeEditor)

/** The editor, loaded when it is first shown. Until then a plain text area stands in; what is typed there is kept. */
export function LazyEditor(props: EditorProps) {
  const selection = useRef<TextSelection>(undefined)
  return (
    <Suspense
      fallback={
        <PlainEditor
          {...props}
          onLeave={(left) => {
            selection.current = left
          }}
        />
      }
    >
      <CodeEditor {...props} takeSelection={() => selection.current} />
    </Suspense>
  )
}
