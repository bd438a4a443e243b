import { readdirSync, readFileSync, readlinkSync } from 'node:fs';

/** The ports at which a process holds TCP connections, by /proc: PostgreSQL knows its clients by them, whatever they call themselves. */
export function portsOf(pid: number): number[] {
  const own = new Set(
    readdirSync(`/proc/${pid}/fd`)
      .map(descriptor => socketOf(`/proc/${pid}/fd/${descriptor}`))
      .filter(socket => socket !== null),
  );
  return ['tcp', 'tcp6'].flatMap(kind =>
    readFileSync(`/proc/${pid}/net/${kind}`, 'utf8')
      .split('\n')
      .slice(1)
      .map(line => line.trim().split(/\s+/))
      // proc_net_tcp: the local address, a colon and the port in hexadecimal are the 2nd field, the inode is the 10th.
      .filter(fields => own.has(fields[9] ?? ''))
      .map(fields => Number.parseInt(fields[1]!.split(':').at(-1)!, 16)),
  );
}

/** The inode of a socket; null for any other file, and for one that was closed just now. */
function socketOf(path: string): string | null {
  try {
    return /^socket:\[(\d+)\]$/.exec(readlinkSync(path))?.[1] ?? null;
  } catch {
    return null;
  }
}
