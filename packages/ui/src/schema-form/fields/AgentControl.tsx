import { Plus, SquareArrowOutUpRight } from 'lucide-react'
import { Button } from '../../components/Button.tsx'
import { IconButton } from '../../components/IconButton.tsx'
import { Select } from '../../components/Select.tsx'
import { t } from '../../language/index.ts'
import { type ControlProps, useFormState } from '../FormContext.ts'
import { readText } from './readText.ts'

/** An agent of the file: one there is, or a new one. */
export function AgentControl({ binding }: ControlProps<'agent'>) {
  const { agents, onOpenAgent, onNewAgent } = useFormState()
  const chosen = readText(binding.value)
  const isKnown = agents.some(({ id }) => id === chosen)
  const options = agents.map(({ id, label }) => ({ value: id, label }))
  return (
    <div className="flex gap-1">
      <Select
        {...binding.aria}
        className="min-w-0 flex-1"
        value={chosen}
        options={isKnown || chosen === '' ? options : [...options, { value: chosen, label: `${chosen} (not there)` }]}
        placeholder={
          binding.placeholder ?? (agents.length === 0 ? t('No agent in this file yet') : t('Choose an agent'))
        }
        disabled={binding.disabled || options.length === 0}
        onValueChange={(value) => binding.onChange(value, 'now')}
      />
      {onOpenAgent === undefined || !isKnown ? null : (
        <IconButton label={t('Open this agent')} variant="secondary" onClick={() => onOpenAgent(chosen)}>
          <SquareArrowOutUpRight />
        </IconButton>
      )}
      {onNewAgent === undefined || binding.disabled ? null : (
        <Button variant="secondary" onClick={() => onNewAgent(binding.path)}>
          <Plus aria-hidden /> {t('New agent')}
        </Button>
      )}
    </div>
  )
}
