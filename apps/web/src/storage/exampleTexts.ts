/** The texts of `examples/*.agent.json` by path: a file of its own, so that they load only when they are wanted. */
export const exampleTexts: Readonly<Record<string, string>> = import.meta.glob('/../../examples/*.agent.json', {
  query: '?raw',
  import: 'default',
  eager: true,
})
