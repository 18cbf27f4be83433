/** Why a way out did not work. */
export function ExportFault({ fault }: { readonly fault: string | undefined }) {
  if (fault === undefined) return null
  return (
    <p role="alert" className="text-danger">
      {fault}
    </p>
  )
}
