import { createAgentConfig } from '@petal/core/model'
import { t } from '@petal/ui/language'
import type { StepTypeChoice } from '@petal/ui/schema-form'
import type { Editor } from '../../editor/createEditor.ts'
import { listFields } from '../../editor/listFields.ts'
import { listStepTypes } from '../../editor/listStepTypes.ts'
import { starterSettings } from '../../editor/starterSettings.ts'

/** What a step within another is about, under the name that it usually has there. */
const given = createAgentConfig({ name: 'ItemState', fields: { item: { type: 'string', input: true } } })

/** The types of steps that can stand in the settings of another, each with what it begins with. */
export function listStepChoices(editor: Pick<Editor, 'facts' | 'planner' | 'registry'>): readonly StepTypeChoice[] {
  return listStepTypes(editor.registry)
    .flatMap(({ types }) => types)
    .map((definition) => ({
      id: definition.name,
      label: t(definition.title),
      description: t(definition.description),
      fields: listFields(definition),
      starter: starterSettings(editor, definition, { agent: given, within: true }),
    }))
}
