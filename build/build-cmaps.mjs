// Lays out the tables of characters that old Chinese, Japanese and Korean PDFs only name, as pdf.js brings them.
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './project.mjs';

const folder = process.argv[2] ?? join(ROOT, 'out', 'cmaps');
cpSync(join(ROOT, 'node_modules', 'pdfjs-dist', 'cmaps'), folder, { recursive: true });
