import { Command } from 'commander';
import type { Logger } from 'pino';
import { describeSettings, readConfig } from '../config.js';
import { createLogger } from './create-logger.js';
import { printNote } from './print.js';
import { welcome } from './welcome.js';

export function serveCommand(): Command {
  return new Command('serve')
    .description('start the gateway: API, explorer, health, and the poller of sources')
    .addHelpText('after', `\nSettings (environment variables):\n${settingsHelp()}`)
    .action(serve);
}

/** Runs the gateway until it is told to stop (SIGINT, SIGTERM), also while it starts; a second signal ends it at once. */
export async function serve(): Promise<void> {
  const config = readConfig();
  const logger = createLogger(config.LOG_LEVEL);
  const toldToStop = nextSignal(logger);
  // Notes go to standard error: a key shown where that is a file would be a key in a log.
  const seesKeys = process.stdout.isTTY && process.stderr.isTTY;
  const { startGateway } = await import('../gateway.js'); // Not above: a third of a second that no other command needs.
  const gateway = await startGateway(config, logger, { onProgress: printNote, seesKeys });
  if (process.stdout.isTTY) printNote(welcome(gateway));
  else logger.info({ url: gateway.url, database: gateway.database }, 'the gateway is ready');
  if (gateway.demoKeys?.length === 0) printNote(KEYLESS);

  await toldToStop;
  await gateway.close();
  logger.info('stopped');
}

const KEYLESS =
  'The demo has partners without keys, which are shown on a terminal alone: "nhip-cau keys create lao-daily" makes one.';

/** Milliseconds in which a signal is still the first one: Ctrl-C reaches us twice when npm, which hears it too, hands it on. */
const ECHO_MS = 1_000;

function nextSignal(logger: Logger): Promise<void> {
  return new Promise(resolve => {
    let first = Infinity;
    const stop = (signal: NodeJS.Signals, number: number): void => {
      if (first === Infinity) {
        first = performance.now();
        logger.info({ signal }, 'stopping: requests under way are finished first');
        resolve();
      } else if (performance.now() - first > ECHO_MS) process.exit(128 + number);
    };
    process.on('SIGINT', stop);
    process.on('SIGTERM', stop);
  });
}

function settingsHelp(): string {
  return describeSettings()
    .map(({ name, meaning, fallback }) => `  ${name.padEnd(24)} ${meaning}${fallback ? ` Default: ${fallback}.` : ''}`)
    .join('\n');
}
