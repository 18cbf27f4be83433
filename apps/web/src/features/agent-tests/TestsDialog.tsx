import { Button, Dialog, EmptyState, toast } from '@petal/ui'
import { t } from '@petal/ui/language'
import { FlaskConical, Play } from 'lucide-react'
import { useState } from 'react'
import type { AgentTest } from '../../agent-tests/AgentTest.ts'
import { toAgentTest } from '../../agent-tests/toAgentTest.ts'
import { warnOfRun } from '../../agent-tests/warnOfRun.ts'
import { useActions, useEditor } from '../../editor/EditorContext.tsx'
import { selectFileAgent, selectRun } from '../../editor/selectors.ts'
import { TestForm } from './TestForm.tsx'
import { TestRow } from './TestRow.tsx'
import { useAgentTests } from './useAgentTests.ts'

/** The tests of the agent: runs to make again, and what is to come of them. */
export function TestsDialog() {
  const { setDialog } = useActions()
  const agent = useEditor(selectFileAgent)
  const run = useEditor(selectRun)
  const isSaving = useEditor((state) => state.session.dialog === 'saveTest')
  const { agentTests, tests, verdicts, problem } = useAgentTests()
  const [edited, edit] = useState<AgentTest | undefined>(() =>
    isSaving && run !== undefined ? { id: crypto.randomUUID(), ...toAgentTest(run, agent) } : undefined,
  )
  const keep = async (test: AgentTest) => {
    if (await agentTests.keep(test)) edit(undefined)
  }
  const remove = async (test: AgentTest) => {
    const at = tests.indexOf(test)
    if (!(await agentTests.remove(test.id))) return
    const undo = () => agentTests.keep(test, at)
    toast.success(t('Deleted “{name}”', { name: test.name }), { action: { label: t('Undo'), onClick: undo } })
  }
  const isRunning = Object.values(verdicts).includes('running')
  if (edited !== undefined) {
    const isNew = tests.every(({ id }) => id !== edited.id)
    return (
      <TestForm
        test={edited}
        fields={agent.stateType.fields}
        problem={problem}
        warnings={isNew && run !== undefined ? warnOfRun(run) : []}
        onClose={() => setDialog(undefined)}
        onBack={() => edit(undefined)}
        onKeep={keep}
      />
    )
  }
  return (
    <Dialog
      open
      onOpenChange={() => setDialog(undefined)}
      title={t('Tests')}
      description={t(
        'Runs to make again, and what is to come of them. They are kept in this browser, not in the file.',
      )}
      size="lg"
      footer={
        tests.length === 0 ? undefined : isRunning ? (
          <Button onClick={() => agentTests.stop()}>{t('Stop')}</Button>
        ) : (
          <Button variant="primary" icon={<Play />} onClick={() => agentTests.run(tests, agent)}>
            {t('Run all')}
          </Button>
        )
      }
    >
      {problem === undefined ? null : (
        <p role="alert" className="pb-3 text-danger">
          {problem}
        </p>
      )}
      {tests.length === 0 ? (
        <EmptyState icon={<FlaskConical />} title={t('No tests yet')}>
          {t('When a run went as it should, choose “Save this run as a test” in the menu of earlier runs.')}
        </EmptyState>
      ) : (
        <ul aria-label={t('Tests of this agent')} className="flex flex-col gap-2">
          {tests.map((test) => (
            <TestRow
              key={test.id}
              test={test}
              verdict={verdicts[test.id]}
              busy={isRunning}
              onRun={() => agentTests.run([test], agent)}
              onEdit={() => edit(test)}
              onRemove={() => remove(test)}
            />
          ))}
        </ul>
      )}
    </Dialog>
  )
}
