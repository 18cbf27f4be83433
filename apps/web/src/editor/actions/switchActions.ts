import { planAgent, type StepConfig, updateStep } from '@petal/core/model'
import { msg, t } from '@petal/ui/language'
import { pinSteps } from '../operations/pinSteps.ts'
import { indexSteps, selectAgent, selectDocument, selectSelection } from '../selectors.ts'
import type { EditorTools } from './EditorTools.ts'

/** What is on or off for the selected steps. */
export function switchActions({ store, registry, facts, history, session }: EditorTools) {
  const namesOf = (steps: readonly StepConfig[]): readonly string[] =>
    steps.map((step) => step.nodeName ?? facts.of(step).typeTitle)
  const selectedSteps = (): readonly StepConfig[] => {
    const state = store.getState()
    const steps = indexSteps(selectAgent(state))
    return selectSelection(state).stepIds.flatMap((id) => steps.get(id) ?? [])
  }
  /** Those that a run could not go on from. */
  const findStuck = (steps: readonly StepConfig[]): readonly StepConfig[] => {
    const agent = selectAgent(store.getState())
    const ids = new Set(steps.map(({ id }) => id))
    const tried = agent.steps.map((step) => (ids.has(step.id) ? { ...step, disabled: true } : step))
    const { problems } = planAgent({ ...agent, steps: tried }, registry)
    return steps.filter(({ id }) => problems.some(({ code, stepId }) => code === 'graph.noPass' && stepId === id))
  }
  return {
    /** Disables the selected steps; when all of them are disabled, enables them. */
    toggleDisabled: (): void => {
      const steps = selectedSteps()
      if (steps.length === 0) return
      const isOff = steps.every(({ disabled }) => disabled)
      const stuck = isOff ? [] : findStuck(steps)
      if (stuck.length > 0) {
        const names = namesOf(stuck).map((name) => `“${name}”`)
        const reason = t('it has several ways out, and nothing says which one a run should take then')
        session.refuse(t('{names} cannot be disabled: {reason}.', { names: names.join(', '), reason }))
        return
      }
      const label = isOff ? msg('Enable') : msg('Disable')
      const disabled = isOff ? undefined : true
      const changed = history.edit(
        label,
        (agent) => steps.reduce((next, { id }) => updateStep(next, id, { disabled }), agent),
        'record',
      )
      if (changed)
        session.announce(
          isOff
            ? t('Enabled {names}', { names: namesOf(steps).join(', ') })
            : t('Disabled {names}', { names: namesOf(steps).join(', ') }),
        )
    },
    /** Pins the selected steps where they stand; when all of them are pinned, lets them go. */
    togglePinned: (): void => {
      const steps = selectedSteps()
      if (steps.length === 0) return
      const ids = steps.map(({ id }) => id)
      const { layout } = selectDocument(store.getState())
      const isOff = ids.every((id) => layout[id]?.[2] !== undefined)
      const label = isOff ? msg('Unpin') : msg('Pin')
      const changed = history.commit(label, (document) => pinSteps(document, ids, !isOff), 'record')
      if (changed)
        session.announce(
          isOff
            ? t('No longer pinned: {names}', { names: namesOf(steps).join(', ') })
            : t('Pinned {names}', { names: namesOf(steps).join(', ') }),
        )
    },
  }
}
