/** The code of the app that a person may read texts of, by its path. */
export const sources: Readonly<Record<string, string>> = import.meta.glob(
  ['../../**/*.{ts,tsx}', '../../../../../packages/{core,ui}/src/**/*.{ts,tsx}', '!**/*.test.*', '!**/testing/**'],
  { query: '?raw', import: 'default', eager: true },
)
