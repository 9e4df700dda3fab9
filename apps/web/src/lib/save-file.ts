/** How long, in milliseconds, a browser is given to begin writing a file before its address goes. */
const patience = 60_000

/** Hands a file to the browser, which puts it where downloads go. */
export function saveFile(content: Blob, fileName: string): void {
  const address = URL.createObjectURL(content)
  const link = document.createElement('a')
  link.href = address
  link.download = fileName
  link.click()
  setTimeout(() => {
    URL.revokeObjectURL(address)
  }, patience)
}
