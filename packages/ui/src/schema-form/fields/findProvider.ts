import type { Json } from '@petal/core/model'
import type { ModelChoices, ProviderChoice } from '../FormContext.ts'

/** The provider with this id, when it is known. */
export function findProvider(models: ModelChoices, id: Json | undefined): ProviderChoice | undefined {
  return models.providers.find((provider) => provider.id === id)
}
