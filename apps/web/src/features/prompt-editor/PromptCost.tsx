import { resolveLLM } from '@petal/core/model'
import { t } from '@petal/ui/language'
import { useMemo } from 'react'
import { useEditor, useEditorInstance } from '../../editor/EditorContext.tsx'
import { selectAgent, selectSelection } from '../../editor/selectors.ts'
import { costOf, formatCost, isBilled } from '../../look/prices/costOf.ts'
import { PriceButton } from '../../look/prices/PriceButton.tsx'
import { usePrices } from '../../look/prices/priceStore.ts'

/** What sending a prompt of so many tokens costs with the model of the step in hand; nothing where nobody sends a bill. */
export function PromptCost({ tokens }: { readonly tokens: number }) {
  const llm = useModelInHand()
  const prices = usePrices()
  if (llm === undefined || !isBilled(llm.provider)) return null
  const cost = costOf(llm, { inputTokens: tokens, outputTokens: 0 }, prices)
  return (
    <>
      {' · '}
      <PriceButton
        model={llm}
        words={cost === undefined ? t('set a price') : t('about {cost}', { cost: formatCost(cost, prices.currency) })}
      />
    </>
  )
}

/** The model that the selected step asks: its own, the agent's, or the default. */
function useModelInHand() {
  const { registry } = useEditorInstance()
  const agent = useEditor(selectAgent)
  const stepId = useEditor((state) => selectSelection(state).stepIds[0])
  return useMemo(() => {
    const step = agent.steps.find(({ id }) => id === stepId)
    const definition = step && registry.describe(step.strategyType)
    const settings = definition?.schema.safeParse(step?.config)
    const model = settings?.success ? definition?.model?.(settings.data) : undefined
    return model && resolveLLM(model.llmConfig, agent.llmConfig)
  }, [agent, stepId, registry])
}
