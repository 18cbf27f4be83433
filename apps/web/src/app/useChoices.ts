import { t } from '@petal/ui/language'
import { useCommandRunner, useOwnKeys } from '../commands/CommandContext.tsx'
import { commandList } from '../commands/commandList.ts'
import { shownKey } from '../commands/shownKey.ts'
import { createEmptyAgent } from '../editor/createEmptyAgent.ts'
import { useActions, useEditor, useEditorInstance } from '../editor/EditorContext.tsx'
import { listStepTypes } from '../editor/listStepTypes.ts'
import { reportProblem } from '../features/library/reportProblem.ts'
import { useAgents } from '../features/library/useAgents.ts'
import { useWorkspace } from '../storage/WorkspaceContext.tsx'
import type { PaletteChoice } from './PaletteChoice.ts'

/** Everything that can be done now: the commands, a step of each type, and the agents of the library. */
export function useChoices(): readonly PaletteChoice[] {
  const commands = useCommandChoices()
  const stepTypes = useStepTypeChoices()
  const agents = useAgentChoices()
  return [...commands, ...stepTypes, ...agents]
}

function useCommandChoices(): readonly PaletteChoice[] {
  const runner = useCommandRunner()
  const { own } = useOwnKeys()
  return commandList
    .filter((command) => !command.hidden && command.id !== 'commands' && runner.isEnabled(command))
    .map((command) => {
      const { id, group } = command
      const title = t(runner.titleOf(command))
      const keys = shownKey(command, commandList, own, runner.isEnabled)
      // Whoever knows it by its English name, or from the list of commands, finds it in every language.
      const keywords = [id, command.title]
      return { id, title, group, keywords, ...(keys === undefined ? {} : { keys }), run: () => runner.run(command) }
    })
}

function useStepTypeChoices(): readonly PaletteChoice[] {
  const { registry } = useEditorInstance()
  const actions = useActions()
  const mayEdit = useEditor((state) => state.session.readOnly === undefined)
  // Step types of plugins may come later.
  useEditor((state) => state.session.registryRevision)
  if (!mayEdit) return []
  return listStepTypes(registry).flatMap(({ category, types }) =>
    types.map(({ name, title, icon }) => ({
      id: `addStep:${name}`,
      title: t('Add step: {title}', { title }),
      group: 'Add a step' as const,
      keywords: [name],
      icon: { name: icon, category },
      run: () => void actions.addStepBeside(name),
    })),
  )
}

function useAgentChoices(): readonly PaletteChoice[] {
  const workspace = useWorkspace()
  const { setDialog } = useActions()
  const { agents } = useAgents()
  const openId = useEditor((state) => state.session.agentId)
  const tell = async (done: ReturnType<typeof workspace.open>) => {
    const problem = await done
    if (problem !== undefined) reportProblem(problem)
  }
  const others = agents.filter(({ id }) => id !== openId)
  return [
    {
      id: 'newAgent',
      title: t('New agent'),
      group: 'Agent',
      run: () => tell(workspace.createAgent(createEmptyAgent())),
    },
    // The link is made where it is also said what goes with it.
    {
      id: 'share',
      title: t('Share a link'),
      group: 'Agent',
      keywords: ['copy', 'send'],
      run: () => setDialog('export'),
    },
    ...others.map(
      ({ id, name }): PaletteChoice => ({
        id: `openAgent:${id}`,
        title: t('Open agent: {name}', { name }),
        group: 'Agent',
        run: () => tell(workspace.open(id)),
      }),
    ),
  ]
}
