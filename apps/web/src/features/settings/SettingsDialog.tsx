import { type ProviderName, providerNames, providerTable } from '@petal/core/model'
import { Dialog, Separator } from '@petal/ui'
import { t } from '@petal/ui/language'
import { useState } from 'react'
import { useActions } from '../../editor/EditorContext.tsx'
import { LanguageForm } from './LanguageForm.tsx'
import { LocalServers } from './local/LocalServers.tsx'
import { ProviderForm } from './ProviderForm.tsx'
import { ProviderTab } from './ProviderTab.tsx'
import { StorageInfo } from './StorageInfo.tsx'
import type { ProviderDefaults } from './useProviderDefaults.ts'

/** What is shown beside the list: a provider, filled in from a server that was found, the search for one, or languages. */
type View = { readonly provider: ProviderName; readonly filled?: ProviderDefaults } | 'local' | 'language'

/** Where models are asked, whether they answer, and what this browser keeps. */
export function SettingsDialog() {
  const { setDialog } = useActions()
  return (
    <Dialog
      open
      onOpenChange={() => setDialog(undefined)}
      title={t('Settings')}
      description={t('Providers of models. An agent’s own settings always win; these are what you start from.')}
      size="lg"
      bodyClassName="px-0 pb-0"
    >
      <SettingsBody />
    </Dialog>
  )
}

function SettingsBody() {
  const { setDialog } = useActions()
  const [view, setView] = useState<View>({ provider: 'openai' })
  return (
    <div className="flex min-h-96 border-line border-t max-sm:flex-col">
      <nav
        aria-label={t('Providers')}
        className="flex w-56 shrink-0 flex-col gap-0.5 border-line border-r bg-sunken p-2 max-sm:w-full max-sm:flex-row max-sm:overflow-x-auto max-sm:border-r-0 max-sm:border-b"
      >
        {providerNames.map((name) => (
          <ProviderTab
            key={name}
            focused={name === 'openai'}
            label={t(providerTable[name].label)}
            chosen={typeof view === 'object' && name === view.provider}
            onChoose={() => setView({ provider: name })}
          />
        ))}
        <Separator className="my-1 max-sm:hidden" />
        <ProviderTab
          focused={false}
          label={t('On this computer')}
          chosen={view === 'local'}
          onChoose={() => setView('local')}
        />
        <ProviderTab
          focused={false}
          label={t('Language')}
          chosen={view === 'language'}
          onChoose={() => setView('language')}
        />
        <ProviderTab focused={false} label={t('Plugins…')} chosen={false} onChoose={() => setDialog('plugins')} />
        <div className="mt-auto p-2 max-sm:hidden">
          <StorageInfo />
        </div>
      </nav>
      <div className="min-w-0 flex-1 p-5">
        <Shown view={view} onShow={setView} />
        <div className="mt-4 sm:hidden">
          <StorageInfo />
        </div>
      </div>
    </div>
  )
}

function Shown({ view, onShow }: { readonly view: View; onShow(view: View): void }) {
  if (view === 'language') return <LanguageForm />
  if (view === 'local') return <LocalServers onSetUp={(provider, filled) => onShow({ provider, filled })} />
  return <ProviderForm key={view.provider} {...view} />
}
