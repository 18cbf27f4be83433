/** A number of bytes as people read it: `20 MB`, `1.4 kB`, `12 bytes`. */
export function formatBytes(bytes: number): string {
  if (bytes < 1_000) return `${bytes} bytes`
  const [unit, name] = bytes < 1_000_000 ? [1_000, 'kB'] : [1_000_000, 'MB']
  return `${Math.round((bytes / unit) * 10) / 10} ${name}`
}
