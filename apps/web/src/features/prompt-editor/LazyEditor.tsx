import { lazy, Suspense, useRef } from 'react'
import type { EditorProps } from './EditorProps.ts'
import { PlainEditor } from './PlainEditor.tsx'

const CodeEditor = lazy(() => import('./CodeEditor.tsx').then((module) => ({ default: module.CodeEditor })))

/** The editor, loaded when it is first shown. Until then a plain text area stands in; what is typed there is kept. */
export function LazyEditor(props: EditorProps) {
  const caret = useRef<number>(undefined)
  return (
    <Suspense
      fallback={
        <PlainEditor
          {...props}
          onLeave={(place) => {
            caret.current = place
          }}
        />
      }
    >
      <CodeEditor {...props} takeCaret={() => caret.current} />
    </Suspense>
  )
}
