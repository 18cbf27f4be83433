definePlugin({
  name: 'word-tools',
  version: '1.0.0',
  title: 'Word tools',
  description: 'Counts the words of a text, and tells short texts from long ones.',
  steps: [
    {
      name: 'words-count',
      title: 'Count the words',
      description: 'Counts the words of a text.',
      category: 'data',
      icon: 'search',
      settings: [
        { name: 'field', kind: 'stateField', title: 'Text to count', default: 'question' },
        { name: 'into', kind: 'stateField', title: 'Save the count in', default: 'words' },
        {
          name: 'shortest',
          kind: 'number',
          title: 'Shortest word',
          description: 'In letters. Shorter ones are not counted.',
          default: 1,
          min: 1,
          max: 20,
          integer: true,
          advanced: true,
        },
      ],
      reads: ['{field}'],
      writes: ['{into}'],
      summary: 'Count the words of *{field}* into *{into}*',
      run(state, { config }) {
        const words = wordsOf(state[config.field]).filter((word) => word.length >= config.shortest)
        return { [config.into]: words.length }
      },
    },
    {
      name: 'words-length',
      title: 'Short or long',
      description: 'Goes on by how many words a text has.',
      category: 'logic',
      icon: 'split',
      settings: [
        { name: 'field', kind: 'stateField', title: 'Text to look at', default: 'question' },
        { name: 'most', kind: 'number', title: 'Most words of a short text', default: 50, min: 1, integer: true },
      ],
      reads: ['{field}'],
      exits: [
        { id: 'short', label: 'short' },
        { id: 'long', label: 'long' },
      ],
      passBy: 'long',
      summary: 'Has *{field}* at most *{most}* words?',
      run(state, { config, exit }) {
        const { length } = wordsOf(state[config.field])
        // biome-ignore lint/suspicious/noConsole: what it says stands in the log of the run
        console.log(`${length} words`)
        return exit(length <= config.most ? 'short' : 'long')
      },
    },
  ],
})

function wordsOf(value) {
  return String(value ?? '').match(/[\p{L}\p{N}’'-]+/gu) ?? []
}
