import { whenIdle } from './whenIdle.ts'

/** How long what was painted has the machine and the network to itself, in milliseconds. */
const headStart = 100
/** A page in the background paints nothing, and gets on all the same. */
const longest = 1000

/** Calls back once what is being drawn has been painted, and could be used for a moment. Gives what takes that back. */
export function afterPaint(work: () => void): () => void {
  let frame = 0
  let done = false
  const once = () => {
    if (done) return
    done = true
    work()
  }
  let timer = setTimeout(once, longest)
  const wait = () => {
    clearTimeout(timer)
    // Where the machine is slow, what is drawn takes more than two frames: until then the page is not idle.
    whenIdle(() => {
      if (!done) timer = setTimeout(once, headStart)
    }, longest)
  }
  frame = requestAnimationFrame(() => {
    frame = requestAnimationFrame(wait)
  })
  return () => {
    done = true
    cancelAnimationFrame(frame)
    clearTimeout(timer)
  }
}
