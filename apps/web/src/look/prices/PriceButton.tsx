import { Button, Popover, TextField } from '@petal/ui'
import { t } from '@petal/ui/language'
import { useId, useState } from 'react'
import { priceKey, providerOf } from './costOf.ts'
import type { PricedModel } from './ModelPrice.ts'
import { keepPrice, usePrices } from './priceStore.ts'

/** Opens the form for the price of a model. `words` is what the button says: the cost, or that none is known. */
export function PriceButton({ model, words }: { readonly model: PricedModel; readonly words: string }) {
  const [open, setOpen] = useState(false)
  return (
    <Popover
      open={open}
      onOpenChange={setOpen}
      align="end"
      label={t('Price of {model}', { model: model.model })}
      className="w-72 p-3"
      trigger={
        <button
          type="button"
          title={t('Price of {model}', { model: model.model })}
          className="focus-ring rounded-sm text-ink-soft underline decoration-dotted underline-offset-2 hover:text-ink"
        >
          {words}
        </button>
      }
    >
      <PriceForm model={model} onDone={() => setOpen(false)} />
    </Popover>
  )
}

function PriceForm({ model, onDone }: { readonly model: PricedModel; onDone(): void }) {
  const prices = usePrices()
  const key = priceKey(model)
  const known = Object.hasOwn(prices.models, key) ? prices.models[key] : undefined
  const [currency, setCurrency] = useState(prices.currency)
  const [input, setInput] = useState(known === undefined ? '' : String(known.input))
  const [output, setOutput] = useState(known === undefined ? '' : String(known.output))
  const price = { input: readAmount(input), output: readAmount(output) }
  const isWhole = price.input !== undefined && price.output !== undefined
  const docs = providerOf(model.provider)?.docs
  return (
    <form
      className="flex flex-col gap-2"
      onSubmit={(event) => {
        event.preventDefault()
        if (price.input === undefined || price.output === undefined) return
        keepPrice(key, { input: price.input, output: price.output }, currency.trim())
        onDone()
      }}
    >
      <p className="font-medium text-ink">{t('Price of {model}', { model: model.model })}</p>
      <p className="text-pretty text-ink-soft text-sm">
        {t('Prices change, so that none is built in. Yours stays on this device.')}{' '}
        {docs === undefined ? null : (
          <a href={docs} target="_blank" rel="noreferrer" className="text-accent hover:underline">
            {t('What the provider says')}
          </a>
        )}
      </p>
      <Amount label={t('A million tokens sent')} value={input} onChange={setInput} autoFocus />
      <Amount label={t('A million tokens answered')} value={output} onChange={setOutput} />
      <Amount label={t('Currency')} value={currency} onChange={(text) => setCurrency(text.slice(0, 3))} />
      <div className="mt-1 flex justify-end gap-2">
        {known === undefined ? null : (
          <Button
            variant="ghost"
            onClick={() => {
              keepPrice(key, undefined, currency.trim())
              onDone()
            }}
          >
            {t('Forget it')}
          </Button>
        )}
        <Button type="submit" variant="primary" disabled={!isWhole}>
          {t('Save')}
        </Button>
      </div>
    </form>
  )
}

interface AmountProps {
  readonly label: string
  readonly value: string
  onChange(text: string): void
  readonly autoFocus?: boolean
}

function Amount({ label, value, onChange, autoFocus }: AmountProps) {
  const id = useId()
  return (
    <label htmlFor={id} className="flex items-center justify-between gap-2 text-ink-soft text-sm">
      {label}
      <TextField
        id={id}
        className="w-24"
        inputMode="decimal"
        value={value}
        {...(autoFocus ? { autoFocus } : {})}
        onChange={(event) => onChange(event.target.value)}
      />
    </label>
  )
}

/** People write 0.15 or 0,15. */
function readAmount(text: string): number | undefined {
  const amount = Number(text.trim().replace(',', '.'))
  return text.trim() !== '' && Number.isFinite(amount) && amount >= 0 ? amount : undefined
}
