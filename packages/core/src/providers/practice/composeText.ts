import { capitalize, firstSentence, isRevised, keywordsOf, pickBy, REVISED, topicOf } from './words.ts'

/** Ends every text of the practice model, so that nobody takes it for more than it is. */
export const PRACTICE_NOTE = '(Practice model, not a language model.)'

/** One question, taken apart. */
interface Task {
  /** What is to be done: the first line or sentence. */
  readonly instruction: string
  /** What it is to be done with: the rest. */
  readonly material: string
  /** What it is about, as a few words. */
  readonly topic: string
  /** Three things that can be said to belong to it. */
  readonly words: readonly [string, string, string]
}

/** Belongs to nearly everything. */
const generalWords: readonly (readonly [string, string, string])[] = [
  ['the price', 'everyday use', 'the first week'],
  ['the looks', 'the details', 'the people around it'],
  ['the start', 'patience', 'what it leaves behind'],
  ['the promise', 'the small print', 'the second try'],
  ['the idea', 'the place', 'the right moment'],
]

/** Kinds of task, by the words that ask for them; the first that matches is written. */
const kinds: readonly (readonly [asks: RegExp, write: (task: Task) => string])[] = [
  [/\b(revis|rewrit|improv|polish|edit)/i, revise],
  [/\b(critiqu|critici[sz]|review|feedback|weakness|assess|evaluat)/i, critique],
  [/\b(combin|merg|synthesi|bring together|conclu)/i, combine],
  [/\b(summar|shorten|tl;?dr|in short|condens|sum up)/i, summarize],
  [/\b(joke|funny|pun|humou?r)/i, joke],
  [/\b(poem|haiku|verse|rhyme|song)/i, poem],
  [
    /\b(translat)/i,
    ({ material, topic }) => `A language model would translate this: “${firstSentence(material || topic, 120)}”`,
  ],
  [
    /\b(list|ideas?|brainstorm|plan|steps|outline|pros|cons|advantages|risks|facts?|points|research|find|suggest)/i,
    list,
  ],
  [/\b(greet\w*|welcome|hello|hi|hey)\b/i, greet],
  [/\b(personalit|persona\b|character)/i, persona],
  [/\b(write|draft|compose|essay|paragraph|story|email|letter|article|describe|explain)/i, draft],
]

/**
 * A short text that does what the question asks for as far as its own words allow: it knows nothing, but what it says
 * is about the question, and the same question always gets the same text.
 */
export function composeText(question: string, instructions: string): string {
  const text = question.replaceAll(PRACTICE_NOTE, '').trim()
  const role = /\byou are (?:an? |the )?([^.,;:\n]{2,60})/i.exec(instructions)?.[1]?.trim()
  const voice = role === undefined ? '' : `As ${article(role)}${role}, I say: `
  return `${verdictOn(text, instructions) ?? voice + write(text)}\n\n${PRACTICE_NOTE}`
}

/** The one word that the instructions want when nothing is left to mend: said of what has been revised once. */
function verdictOn(text: string, instructions: string): string | undefined {
  const word = /\b(?:answer|reply|say)\b[^.\n]{0,30}\bword ["“']?([A-Z]{2,20})\b/.exec(`${instructions}\n${text}`)?.[1]
  return isRevised(text) ? word : undefined
}

function write(text: string): string {
  const task = takeApart(text)
  const known = kinds.find(([asks]) => asks.test(task.instruction))?.[1]
  if (known !== undefined) return known(task)
  // "Answer briefly: …" asks for nothing of its own: what follows is the question.
  return reply(task.material === '' ? text : task.material)
}

function takeApart(text: string): Task {
  const cut = /[:\n]/.exec(text)?.index ?? -1
  const instruction = cut < 0 ? text : text.slice(0, cut)
  const material = cut < 0 ? '' : text.slice(cut + 1).trim()
  const about = /\b(?:about|on|regarding|concerning|of|for)\s+(?:the |an? |this |these )?([^.,;:!?\n]{2,80})/i.exec(
    instruction,
  )
  const named =
    about?.[1]?.replace(/\s+(?:in|into|as|with|called|that|which|and (?:i|we|my|it|want|need))\s.*$/i, '').trim() ?? ''
  const topic = keywordsOf(named, 1).length > 0 ? named : topicOf(material === '' ? text : material)
  const [first = '', second = '', third = ''] = generalWords[pickBy(instruction, generalWords.length)] ?? []
  return { instruction, material, topic, words: [first, second, third] }
}

function article(noun: string): string {
  return /^(?:your|my|our|his|her)\b|^\p{Lu}/u.test(noun) ? '' : /^[aeiou]/i.test(noun) ? 'an ' : 'a '
}

function greet({ instruction, material, topic }: Task): string {
  const name = /(?<=\s)\p{Lu}[\p{L}'’-]+/u.exec(`${instruction} ${material}`)?.[0] ?? ''
  const whom = name !== '' ? `, ${name}` : topic === 'this' ? '' : `, dear ${topic}`
  return `Hello${whom}! It is good to have you here. What shall we do today?`
}

function persona({ topic }: Task): string {
  return `${capitalize(topic)}: warm and curious, asks one question at a time, answers in short sentences, and never hurries.`
}

function joke({ topic }: Task): string {
  const jokes = [
    `Why did ${topic} bring a ladder? To reach the next level.`,
    `I asked ${topic} for a joke. The answer was “Wait for it…” – so it is asynchronous.`,
    `What did the rubber duck say about ${topic}? Nothing. Suddenly everything was clear.`,
    `How many jokes about ${topic} does it take to mend a bug? None, but they pass the time.`,
  ]
  return jokes[pickBy(topic, jokes.length)] ?? ''
}

function poem({ topic, words: [first, second] }: Task): string {
  return `${capitalize(topic)} at first light,\n${first}, then ${second},\nand the evening still.`
}

function list({ topic, words: [first, second, third] }: Task): string {
  return `Three points about ${topic}:\n- ${capitalize(first)}: what most people ask about.\n- ${capitalize(second)}: what shows after a while.\n- ${capitalize(third)}: what to plan for.`
}

function draft({ topic, words: [first, second] }: Task): string {
  return `${capitalize(topic)}: a closer look. Most people notice ${first} first; what makes the difference later is ${second}. Start small, see what holds, and build on that.`
}

function critique({ topic, words: [first] }: Task): string {
  return `What works: it comes to ${topic} early, and is easy to follow.\nWhat to change: give an example for ${first}, and end with one clear next step.`
}

function revise({ instruction, material, words: [first] }: Task): string {
  const [draft = ''] = paragraphsOf(material === '' ? instruction : material)
  const sentences = draft.replace(/^(?:draft|text):\s*/i, '').match(/[^.!?]+[.!?]*/g) ?? []
  const kept = sentences
    .slice(0, Math.max(1, Math.min(2, sentences.length - 1)))
    .join('')
    .trim()
  return `${kept} Take ${first} as an example: ${REVISED} Next step: try it today.`
}

function summarize({ instruction, material }: Task): string {
  const paragraphs = paragraphsOf(material === '' ? instruction : material)
  const longest = paragraphs.reduce((best, part) => (part.length > best.length ? part : best), '')
  return `In short: ${firstSentence(longest, 200)}`
}

function combine({ instruction, material }: Task): string {
  const parts = paragraphsOf(material === '' ? instruction : material).flatMap(linesOf)
  return `Taken together: ${parts.map((part) => firstSentence(part, 120)).join(' ')}`
}

/** What a paragraph says: its first line, or the first point of a list with a heading; each line when they are notes. */
function linesOf(paragraph: string): readonly string[] {
  const lines = paragraph.split('\n').map((line) => line.replace(/^[\s*•-]+/, '').trim())
  const [first = '', second = first] = lines
  if (first.endsWith(':')) return [second]
  return /^[\w ]{1,20}: /.test(first) ? lines : [first]
}

function reply(text: string): string {
  const words = keywordsOf(text, 3).map((word) => `“${word}”`)
  const noted = words.length < 2 ? (words[0] ?? 'this') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`
  if (/\?\s*$|^(?:who|what|when|where|why|how|which|can|could|is|are|do|does|should)\b/i.test(text)) {
    return `A good question. What matters is ${noted}; a language model would have the facts.`
  }
  const replies = [
    `Thank you for your message. I have noted ${noted}, and will come back with the next step.`,
    `Understood: ${noted}. Let us take one thing at a time, beginning with the most urgent.`,
  ]
  return replies[pickBy(text, replies.length)] ?? ''
}

function paragraphsOf(text: string): readonly string[] {
  return text
    .split(/\n\s*\n/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
}
