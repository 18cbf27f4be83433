import { useEffect, useState } from 'react'

/** Counts up when the theme changes, for what is painted rather than styled. */
export function useThemeRevision(): number {
  const [revision, setRevision] = useState(0)
  useEffect(() => {
    const observer = new MutationObserver(() => setRevision((count) => count + 1))
    observer.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] })
    return () => observer.disconnect()
  }, [])
  return revision
}
