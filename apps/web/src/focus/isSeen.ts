/** Whether an element is laid out and not made invisible: then it can have the focus. */
export function isSeen(element: Element): boolean {
  return element.checkVisibility({ visibilityProperty: true })
}
