import type { ReactNode } from 'react'
import { DocumentsProvider } from '../documents/DocumentsContext.tsx'
import { FilesProvider } from '../files/FilesContext.tsx'
import { PageModelsProvider } from '../page-models/PageModelsContext.tsx'
import { PluginsProvider } from '../plugins/loaded/PluginsContext.tsx'
import { RunProvider } from '../runner/RunContext.tsx'
import { KeyringProvider } from '../storage/KeyringContext.tsx'
import { WorkspaceProvider } from '../storage/WorkspaceContext.tsx'
import type { Services } from './createServices.ts'

/** Gives the parts below what they keep and run agents with. */
export function ServicesProvider({
  services,
  children,
}: {
  readonly services: Services
  readonly children: ReactNode
}) {
  return (
    <WorkspaceProvider workspace={services.workspace}>
      <KeyringProvider keyring={services.keyring}>
        <RunProvider controller={services.runs}>
          <DocumentsProvider documents={services.documents}>
            <FilesProvider files={services.files}>
              <PageModelsProvider pageModels={services.pageModels}>
                <PluginsProvider plugins={services.plugins}>{children}</PluginsProvider>
              </PageModelsProvider>
            </FilesProvider>
          </DocumentsProvider>
        </RunProvider>
      </KeyringProvider>
    </WorkspaceProvider>
  )
}
