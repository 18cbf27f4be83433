/** The part of a markdown tree that this plugin looks at. */
interface TreeNode {
  type: string
  children?: TreeNode[]
}

/** A markdown plugin: HTML in a text is shown as the characters it is made of, neither rendered nor left out. */
export function remarkHtmlAsText() {
  return (tree: TreeNode): void => showAsText(tree)
}

function showAsText(node: TreeNode): void {
  if (node.type === 'html') node.type = 'text'
  for (const child of node.children ?? []) showAsText(child)
}
