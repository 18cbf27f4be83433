import { t } from '@petal/ui/language'
import { useEffect } from 'react'
import { isTyping } from '../../editor/isTyping.ts'
import { looksLikeAgent } from './looksLikeAgent.ts'
import type { ImportSource } from './planImport.ts'

/**
 * Shows an agent that is pasted anywhere but in a field, as text or as a picture. Steps copied from a canvas are the
 * canvas's own.
 */
export function usePastedAgent(onSource: (source: ImportSource) => void, onFile: (file: File) => void): void {
  useEffect(() => {
    const onPaste = (event: ClipboardEvent) => {
      if (event.defaultPrevented || isTyping(event.target)) return
      const [file] = event.clipboardData?.files ?? []
      const types = event.clipboardData?.types ?? []
      // Office programs copy a picture along with what they mean.
      const isDocument = types.includes('text/html') && types.includes('text/plain')
      if (file?.type.startsWith('image/') && !isDocument) {
        event.preventDefault()
        return onFile(file)
      }
      const text = event.clipboardData?.getData('text/plain') ?? ''
      if (!looksLikeAgent(text)) return
      event.preventDefault()
      onSource({ name: t('Pasted text'), content: text })
    }
    document.addEventListener('paste', onPaste)
    return () => document.removeEventListener('paste', onPaste)
  }, [onSource, onFile])
}
