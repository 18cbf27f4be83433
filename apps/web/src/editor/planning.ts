// What judges agents, as a part of its own: it is fetched behind the canvas, which is there without it.
export { availableAt, planAgent } from '@petal/core/model'
