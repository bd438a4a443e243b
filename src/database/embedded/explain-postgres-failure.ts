import { PostgresUnavailable } from './postgres-unavailable.js';

const EXPLANATIONS: [pattern: RegExp, advice: string][] = [
  [
    /No space left on device|Check free disk space|Disk quota exceeded/i,
    'The disk is full. Free some space (a new database takes 60 MB) and start again.',
  ],
  [/Address already in use/, 'The port is taken. Choose another, or none, and a free one is found.'],
  [
    /could not look up effective user ID/,
    'The user that runs this has a number but no name. Give it one (a line in /etc/passwd), or run as another user.',
  ],
  [
    /Cannot allocate memory|could not (map anonymous|create) shared memory/,
    'There is too little memory. Free some, or lower the setting shared_buffers.',
  ],
  [/error while loading shared libraries/, 'A library that PostgreSQL needs is missing. Run "npm install" again.'],
  [/(unrecognized configuration|invalid value for) parameter/, 'One of its settings is wrong; see below.'],
  [/database files are incompatible with server/, 'The data folder was made by another build of PostgreSQL.'],
  [
    /spawn .* ENOENT/,
    'The program is not there, or not what this system needs to run it (as on NixOS). Run "npm install" again, or set DATABASE_URL to a PostgreSQL 18 of your own.',
  ],
  [
    /(Permission|Operation) (denied|not permitted)|read-only file system|EACCES/i,
    'A file or folder may not be used by the user that runs PostgreSQL; see below.',
  ],
  [
    /invalid (primary )?checkpoint record|could not locate a valid checkpoint/,
    'The data folder is damaged. Restore a backup.',
  ],
];

/** Makes of what PostgreSQL or the system said one error that says what to do; `log` is the file that holds the rest, if any. */
export function explainPostgresFailure(what: string, said: string, log?: string): PostgresUnavailable {
  const advice = EXPLANATIONS.find(([pattern]) => pattern.test(said))?.[1];
  const lines = said.trim().split('\n').slice(-8).join('\n');
  const rest = log === undefined ? '' : ` (more in ${log})`;

  return new PostgresUnavailable(
    [`${what}.`, advice, `It said${rest}:\n${lines || '(nothing)'}`].filter(Boolean).join(' '),
  );
}
