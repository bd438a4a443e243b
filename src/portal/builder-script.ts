import { createHash } from 'node:crypto';
import { writeScript } from '../embed/write-script.js';
import { keepBuilding } from './browser/keep-building.js';

/** The script of the builder. */
export const BUILDER_SCRIPT = `${writeScript({}, [keepBuilding])}keepBuilding();\n`;

/** Where it is: another address for another script, so that it may be kept for ever. */
export const BUILDER_SCRIPT_PATH = `/builder-${createHash('sha256').update(BUILDER_SCRIPT).digest('hex').slice(0, 16)}.js`;
