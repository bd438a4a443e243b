import 'reflect-metadata';
import { readConfig } from './src/config.js';
import { createDataSource } from './src/database/data-source.js';
import { openDatabase } from './src/database/open-database.js';
import { entities } from './src/entities.js';

/** For TypeORM's own command line: the database that the settings name, the embedded one among them. */
const { url } = await openDatabase(readConfig());

export const dataSource = createDataSource({ url, entities });
