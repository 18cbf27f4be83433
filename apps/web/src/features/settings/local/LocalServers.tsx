import type { ProviderName } from '@petal/core/model'
import { Button, TextField } from '@petal/ui'
import { plural, t } from '@petal/ui/language'
import { Search } from 'lucide-react'
import { useId } from 'react'
import { FoundServer } from './FoundServer.tsx'
import { useLocalSearch } from './useLocalSearch.ts'

interface LocalServersProps {
  /** Goes to the settings of a provider, with these filled in. */
  onSetUp(provider: ProviderName, settings: { readonly baseUrl: string; readonly model: string }): void
}

/** Finds servers of models on this computer, on click only, and takes one. */
export function LocalServers({ onSetUp }: LocalServersProps) {
  const { also, setAlso, busy, result, search } = useLocalSearch()
  const id = useId()
  return (
    <form
      className="flex max-w-lg flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault()
        if (!busy) search()
      }}
    >
      <div>
        <h3 className="font-semibold text-lg">{t('On this computer')}</h3>
        <p className="text-ink-soft">
          {t(
            'Looks for Ollama, LM Studio, llama.cpp, vLLM and others where they usually listen. It asks each for its list of models, and nothing else.',
          )}
        </p>
      </div>
      <div className="flex flex-col gap-1">
        <label htmlFor={`${id}-also`} className="text-ink-soft text-sm">
          {t('Other ports or addresses')}
        </label>
        <TextField
          id={`${id}-also`}
          mono
          placeholder="9000, 192.168.1.20:8080"
          value={also}
          onChange={(event) => setAlso(event.target.value)}
        />
      </div>
      <div>
        <Button type="submit" icon={<Search />} busy={busy}>
          {t('Find local servers')}
        </Button>
      </div>
      {result === undefined || busy ? null : (
        <section aria-label={t('Found servers')} className="flex flex-col gap-3">
          <p role="status" className="text-ink">
            {describe(result)}
          </p>
          {result.findings.length === 0 ? null : (
            <ul className="flex flex-col divide-y divide-line rounded-lg border border-line">
              {result.findings.map((finding) => (
                <FoundServer key={finding.address} finding={finding} onSetUp={onSetUp} />
              ))}
            </ul>
          )}
        </section>
      )}
    </form>
  )
}

function describe({ findings, unreadable, access }: NonNullable<ReturnType<typeof useLocalSearch>['result']>): string {
  if (access === 'denied')
    return t(
      'The browser does not let this page look for servers on this computer. Allow “local network” in its settings for this site.',
    )
  const servers = findings.filter(({ kind }) => kind === 'server').length
  const count =
    servers === 0
      ? t('No server lets this page ask it. Start one, or name the port it listens on.')
      : plural(servers, '{count} server answers.', '{count} servers answer.')
  return unreadable.length === 0
    ? count
    : `${count} ${t('Neither a port nor an address: {names}.', { names: unreadable.join(', ') })}`
}
