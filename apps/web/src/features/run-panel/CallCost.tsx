import type { ModelCall } from '@petal/core/model'
import { t } from '@petal/ui/language'
import { costOf, formatCost, isBilled } from '../../look/prices/costOf.ts'
import { PriceButton } from '../../look/prices/PriceButton.tsx'
import { usePrices } from '../../look/prices/priceStore.ts'

/** What one question to a model cost, by the price that was given for it; a click gives or changes the price. */
export function CallCost({ call }: { readonly call: ModelCall }) {
  const prices = usePrices()
  if (!isBilled(call.provider)) return <span title={t('Nobody sends a bill for this model')}>{'–'}</span>
  const cost = costOf(call, call.usage, prices)
  return <PriceButton model={call} words={cost === undefined ? t('Set a price') : formatCost(cost, prices.currency)} />
}
