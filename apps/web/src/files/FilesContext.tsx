import { createContext, type ReactNode, useContext } from 'react'
import { useStore } from 'zustand/react'
import type { Files } from './createFiles.ts'
import type { FilesState } from './FilesState.ts'

const FilesContext = createContext<Files | undefined>(undefined)

/** Gives the parts below the files of this computer. */
export function FilesProvider({ files, children }: { readonly files: Files; readonly children: ReactNode }) {
  return <FilesContext value={files}>{children}</FilesContext>
}

/** The files of this computer. Throws outside of a `FilesProvider`. */
export function useFiles(): Files {
  const files = useContext(FilesContext)
  if (files === undefined) throw new Error('There are no files here: wrap this part in a FilesProvider.')
  return files
}

/** A piece of what is known of files; renders again only when that piece changes. */
export function useFilesState<Selected>(selector: (state: FilesState) => Selected): Selected {
  return useStore(useFiles().state, selector)
}
