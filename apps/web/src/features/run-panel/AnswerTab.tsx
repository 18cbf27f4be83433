import { useEditor, usePlan } from '../../editor/EditorContext.tsx'
import { selectFileAgent } from '../../editor/selectors.ts'
import { listAgentInputs } from '../../runner/agentInputs.ts'
import { useRunController } from '../../runner/RunContext.tsx'
import { AnswerPane } from './AnswerPane.tsx'
import { ChatBox } from './ChatBox.tsx'
import { InputPane } from './InputPane.tsx'

/** What goes in, and what comes out as it is made. */
export function AnswerTab() {
  const agent = useEditor(selectFileAgent)
  const plan = usePlan()
  const controller = useRunController()
  const { fields, messagesField } = listAgentInputs(agent, plan)
  const hasForm = fields.length > 0 || messagesField === undefined
  return (
    // The engine is fetched while the person still thinks about the input.
    <div className="flex h-full min-h-0 @max-lg:flex-col" onPointerEnter={() => controller.preload()}>
      {hasForm ? <InputPane fields={fields} chats={messagesField !== undefined} /> : null}
      <div className="flex min-h-0 min-w-0 flex-1 flex-col">
        <AnswerPane messagesField={messagesField} />
        {messagesField === undefined ? null : <ChatBox messagesField={messagesField} />}
      </div>
    </div>
  )
}
