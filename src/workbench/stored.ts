/** Small preferences that a browser keeps from visit to visit. Where it keeps none, they last as long as the page. */

export function readStored(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    // A page that was opened from a file may be refused all storage, by settings nobody here can change.
    return null;
  }
}

export function writeStored(key: string, value: string): void {
  try {
    localStorage.setItem(key, value);
  } catch {
    // As above; also when the storage is full.
  }
}
