import { createContext, type ReactNode, useContext } from 'react'
import type { OpenPageModels } from './openPageModels.ts'

const PageModelsContext = createContext<(() => Promise<OpenPageModels>) | undefined>(undefined)

interface PageModelsProviderProps {
  readonly pageModels: () => Promise<OpenPageModels>
  readonly children: ReactNode
}

/** Gives the parts below the models of this page. */
export function PageModelsProvider({ pageModels, children }: PageModelsProviderProps) {
  return <PageModelsContext value={pageModels}>{children}</PageModelsContext>
}

/** Fetches the models of this page. Throws outside of a `PageModelsProvider`. */
export function usePageModels(): () => Promise<OpenPageModels> {
  const pageModels = useContext(PageModelsContext)
  if (pageModels === undefined)
    throw new Error('There are no page models here: wrap this part in a PageModelsProvider.')
  return pageModels
}
