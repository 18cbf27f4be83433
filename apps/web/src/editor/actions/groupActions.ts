import { msg, plural, t } from '@petal/ui/language'
import { freeNameAmong } from '../freeName.ts'
import { addGroup, changeGroups, freeGroupId, type Group, groupsWithin, listGroups, removeGroups } from '../groups.ts'
import { listNotes, type NoteColour } from '../notes.ts'
import { indexSteps, selectAgent, selectSelection } from '../selectors.ts'
import type { EditorTools } from './EditorTools.ts'

/** What a person does with groups of cards. Those in hand are the ones of which every member is selected. */
export function groupActions({ store, history, session }: EditorTools) {
  const inHand = (): readonly Group[] => {
    const state = store.getState()
    return groupsWithin(selectAgent(state), selectSelection(state))
  }
  const change = (label: string, ids: readonly string[], patch: Parameters<typeof changeGroups>[2]): boolean =>
    history.edit(label, (agent) => changeGroups(agent, ids, patch), 'record')
  return {
    /** Puts the selected cards into a new group. Gives its id, or none when nothing was selected or may be changed. */
    group: (): string | undefined => {
      const state = store.getState()
      const agent = selectAgent(state)
      const steps = indexSteps(agent)
      const notes = new Set(listNotes(agent).map(({ id }) => id))
      const selection = selectSelection(state)
      const stepIds = selection.stepIds.filter((id) => steps.has(id))
      const noteIds = selection.noteIds.filter((id) => notes.has(id))
      const count = stepIds.length + noteIds.length
      if (count === 0) return undefined
      const id = freeGroupId(agent)
      const title = freeNameAmong(new Set(listGroups(agent).map((group) => group.title)), t('Group'))
      const group: Group = { id, title, colour: 'grey', stepIds, noteIds, collapsed: false }
      if (!history.edit(msg('Group'), (before) => addGroup(before, group), 'record')) return undefined
      session.announce(plural(count, '{title}: grouped one card', '{title}: grouped {count} cards', { title }))
      return id
    },
    /** Takes the frames of the groups in hand away, or of these; their cards stay. */
    ungroup: (groups: readonly Group[] = inHand()): void => {
      if (groups.length === 0) return
      const ids = groups.map(({ id }) => id)
      if (!history.edit(msg('Ungroup'), (agent) => removeGroups(agent, ids), 'record')) return
      session.announce(t('Ungrouped {map}', { map: groups.map(({ title }) => title).join(', ') }))
    },
    /** Collapses the groups in hand, or these; when all of them are, opens them. */
    toggleCollapsed: (groups: readonly Group[] = inHand()): void => {
      if (groups.length === 0) return
      const collapsed = !groups.every((group) => group.collapsed)
      const label = collapsed ? msg('Collapse group') : msg('Open group')
      const names = groups.map(({ title }) => title).join(', ')
      const changed = change(
        label,
        groups.map(({ id }) => id),
        { collapsed },
      )
      if (changed) session.announce(collapsed ? t('Collapsed {names}', { names }) : t('Opened {names}', { names }))
    },
    renameGroup: (id: string, title: string): void => {
      const words = title.trim()
      if (words !== '' && change(msg('Rename group'), [id], { title: words }))
        session.announce(t('Renamed to {words}', { words }))
    },
    paintGroup: (id: string, colour: NoteColour): boolean => change(msg('Colour group'), [id], { colour }),
    /** Selects all members of a group; with `add`, beside what is selected. */
    selectGroup: ({ stepIds, noteIds }: Group, add = false): void => {
      const before = selectSelection(store.getState())
      session.select({
        stepIds: [...new Set([...(add ? before.stepIds : []), ...stepIds])],
        noteIds: [...new Set([...(add ? before.noteIds : []), ...noteIds])],
      })
    },
  }
}
