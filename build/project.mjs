// Says where the project is, so that no script depends on the folder it was started from.
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('..', import.meta.url));
