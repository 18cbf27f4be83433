// What a plugin is written with, and nothing else: small enough to be bundled into one file beside the app.
import * as z from 'zod'

export { type DefinedStep, defineStep } from './step/defineStep.ts'
export type { StepContext } from './step/StepContext.ts'
export type { StepDefinition } from './step/StepDefinition.ts'
export { type Exit, exit, type StepResult, type Update } from './step/StepResult.ts'
/** The schema library that settings are described with. */
export { z }
