import type { DragEvent } from 'react'

/** What a dragged field of the state is called among the data of a drag. */
const kind = 'application/x-petal-field'

/** Props of something that stands for a field of the state, and can be dropped into a text that may name it. */
export function dragsField(name: string) {
  return {
    draggable: true,
    onDragStart: (event: DragEvent) => {
      event.dataTransfer.setData(kind, name)
      event.dataTransfer.setData('text/plain', `{${name}}`)
      event.dataTransfer.effectAllowed = 'copy'
    },
  }
}

/** The field that is dropped, if it is one. */
export function droppedField({ dataTransfer }: Pick<globalThis.DragEvent, 'dataTransfer'>): string | undefined {
  const name = dataTransfer?.getData(kind) ?? ''
  return name === '' ? undefined : name
}
