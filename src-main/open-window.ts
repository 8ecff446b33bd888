// Opens the window of the application as it ships.
import { join } from 'node:path';
import { builtPage } from './window/built-page';
import { startApplication } from './start-application';

void startApplication({ page: builtPage(join(import.meta.dirname, '../renderer')), engineFlags: [] });
