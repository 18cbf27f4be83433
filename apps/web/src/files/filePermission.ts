interface Permitted {
  queryPermission(options: { readonly mode: Mode }): Promise<PermissionState>
  requestPermission(options: { readonly mode: Mode }): Promise<PermissionState>
}

type Mode = 'read' | 'readwrite'

/** Whether a file or folder may be used without asking. After a reload most browsers want to be asked again. */
export async function mayUse(handle: FileSystemHandle, mode: Mode): Promise<boolean> {
  return (await permitted(handle).queryPermission({ mode })) === 'granted'
}

/** The same, asking the person when it must be. Only right after a click or a key. */
export async function askToUse(handle: FileSystemHandle, mode: Mode): Promise<boolean> {
  return (await mayUse(handle, mode)) || (await permitted(handle).requestPermission({ mode })) === 'granted'
}

/** Not described by TypeScript yet; browsers with pickers have both. */
function permitted(handle: FileSystemHandle): Permitted {
  return handle as FileSystemHandle & Permitted
}
