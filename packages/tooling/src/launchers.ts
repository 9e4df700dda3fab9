import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { basename } from 'node:path'

interface Ancestor {
  pid: number
  parent: number
}

/** Asking is free on Linux and costs a process elsewhere. In milliseconds. */
const lookEvery = process.platform === 'linux' ? 250 : 2000

const isLauncher = (word: string): boolean => /^(?:npm|npx|pnpm)(?:\.c?js)?$/.test(basename(word))
const isShell = (word: string): boolean => /^-?(?:sh|ash|bash|dash|zsh)$/.test(basename(word))

/** The parent of a process and the words of its command line; null when there is no such process. */
function lookUp(pid: number): { parent: number; words: string[] } | null {
  try {
    if (process.platform !== 'linux') {
      const line = execFileSync('ps', ['-o', 'ppid=,args=', '-p', String(pid)], { encoding: 'utf8' }).trim()
      const [parent = '', ...words] = line.split(/\s+/)
      return { parent: Number(parent), words }
    }
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    // The name in parentheses may hold anything, so what follows is counted from its end: state, then the parent.
    const parent = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]
    return { parent: Number(parent), words: readFileSync(`/proc/${pid}/cmdline`, 'utf8').split(/[\0 ]/) }
  } catch {
    return null
  }
}

/** This process and everything that npx and pnpm put between it and themselves, innermost first. */
function findLaunchers(): Ancestor[] {
  const chain: Ancestor[] = []
  let outermost = 1
  for (
    let pid = process.pid, found = lookUp(pid);
    found !== null && pid > 1;
    pid = found.parent, found = lookUp(pid)
  ) {
    const words = found.words.slice(0, 3)
    if (words.some(isLauncher)) outermost = chain.length + 1
    else if (pid !== process.pid && !isShell(words[0] ?? '')) break
    chain.push({ pid, parent: found.parent })
  }
  return chain.slice(0, outermost)
}

/**
 * Ends this process as SIGTERM would when npx, pnpm, or whatever else started it is gone. A signal to npx does not get
 * this far by itself: it ends at the shell scripts in between (pnpm puts one in front of Node on the PATH), which die
 * of it and tell nobody.
 */
export function stopWithLaunchers(): void {
  const chain = findLaunchers()
  const inner = chain.length > 1 ? chain.slice(0, -1) : chain
  const timer = setInterval(() => {
    if (inner.every(({ pid, parent }) => lookUp(pid)?.parent === parent)) return
    clearInterval(timer)
    process.kill(process.pid, 'SIGTERM')
  }, lookEvery)
  timer.unref()
}
