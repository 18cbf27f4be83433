import type { Ranked } from './rankByWords.ts'

/** Ranks vectors by the angle to the question's: the score is its cosine, from -1 to 1. Best first; equals in order. */
export function rankByVector(question: readonly number[], vectors: readonly (readonly number[])[]): readonly Ranked[] {
  const length = norm(question)
  return vectors
    .map((vector, index) => ({ index, score: dot(question, vector) / (length * norm(vector) || 1) }))
    .sort((a, b) => b.score - a.score || a.index - b.index)
}

function dot(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, value, index) => sum + value * (b[index] ?? 0), 0)
}

function norm(vector: readonly number[]): number {
  return Math.sqrt(dot(vector, vector))
}
