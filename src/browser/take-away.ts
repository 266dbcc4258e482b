/** Puts a text on the clipboard, on the person's click. @returns whether the browser let us */
export async function copy(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

/** Hands a text to the person as a file. It is made here and goes nowhere else. */
export function save(name: string, text: string, type = 'application/json'): void {
  const address = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // Firefox reads it only after the click.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
