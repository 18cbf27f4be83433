import { speech } from './speech.ts'

/**
 * Does something as if English were spoken: for texts that go into files, which are the same whoever writes them.
 * It must be done when it returns.
 */
export function inEnglish<Made>(make: () => Made): Made {
  const { translator } = speech
  speech.translator = undefined
  try {
    return make()
  } finally {
    speech.translator = translator
  }
}
