/** Where the browser can open files and save to them again; elsewhere they are downloaded and uploaded. */
export function hasFileAccess(): boolean {
  return 'showOpenFilePicker' in window
}
