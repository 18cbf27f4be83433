import type { PageModelState } from '@petal/core/model'
import { wordingOf } from '@petal/core/model'
import { useCallback, useEffect, useState } from 'react'
import type { OpenPageModels } from './openPageModels.ts'
import { usePageModels } from './PageModelsContext.tsx'

/** What is known of one model of this page. */
export type PageModelLook =
  | { readonly kind: 'checking' }
  | { readonly kind: 'downloading'; readonly fraction: number }
  | { readonly kind: 'failed'; readonly message: string }
  | PageModelState

/** One model of this page: whether it can be asked, and the verbs to bring it here. Looking at it downloads nothing. */
export function usePageModel(model: string) {
  const open = usePageModels()
  const [home, setHome] = useState<OpenPageModels>()
  const [state, setState] = useState<PageModelState>()
  const [fault, setFault] = useState<string>()
  const [fraction, setFraction] = useState<number>()
  const [revision, setRevision] = useState(0)

  // biome-ignore lint/correctness/useExhaustiveDependencies: opened again when it could not be
  useEffect(() => {
    let current = true
    open().then(
      (opened) => current && setHome(opened),
      (error) => current && setFault(toWords(error)),
    )
    return () => {
      current = false
    }
  }, [open, revision])

  useEffect(() => {
    if (home === undefined) return undefined
    const { progress } = home.downloads
    setFraction(progress.getState()[model])
    return progress.subscribe((all) => setFraction(all[model]))
  }, [home, model])

  const isDownloading = fraction !== undefined
  // biome-ignore lint/correctness/useExhaustiveDependencies: looked at again after each download
  useEffect(() => {
    let current = true
    if (home === undefined || isDownloading) return undefined
    home.engine.check(model).then(
      (found) => current && setState(found),
      (error) => current && setFault(toWords(error)),
    )
    return () => {
      current = false
    }
  }, [home, model, isDownloading, revision])

  const download = useCallback(() => {
    setFault(undefined)
    home?.downloads.start(model).catch((error) => {
      // What a person cancelled is no fault.
      if (!(error instanceof DOMException && error.name === 'AbortError')) setFault(toWords(error))
    })
  }, [home, model])
  const cancel = useCallback(() => home?.downloads.cancel(model), [home, model])
  const tryAgain = useCallback(() => {
    setFault(undefined)
    setRevision((count) => count + 1)
  }, [])

  const remove = useCallback(() => {
    home?.engine.remove(model).then(tryAgain, (error) => setFault(toWords(error)))
  }, [home, model, tryAgain])

  return { look: toLook({ fraction, fault, state }), download, cancel, remove, tryAgain }
}

interface Parts {
  readonly fraction: number | undefined
  readonly fault: string | undefined
  readonly state: PageModelState | undefined
}

function toLook({ fraction, fault, state }: Parts): PageModelLook {
  if (fraction !== undefined) return { kind: 'downloading', fraction }
  if (fault !== undefined) return { kind: 'failed', message: fault }
  return state ?? { kind: 'checking' }
}

function toWords(error: unknown): string {
  return wordingOf(error).said
}
