// What oxlint cannot read or forbid: components, scripts, and what no source does - barrels, inheritance, module state.
import js from '@eslint/js';
import prettier from 'eslint-config-prettier';
import svelte from 'eslint-plugin-svelte';
import { defineConfig, globalIgnores } from 'eslint/config';
import globals from 'globals';
import typescript from 'typescript-eslint';
import svelteConfig from './svelte.config.js';

const SOURCES = ['src-engine/**/*.ts', 'src-main/**/*.ts', 'src-renderer/**/*.ts', 'src-web-page/**/*.ts'];

const BANNED = [
  { selector: 'ExportAllDeclaration', message: 'No barrels: import from the file that holds it.' },
  { selector: 'ExportNamedDeclaration[source]', message: 'No barrels: import from the file that holds it.' },
  {
    selector: ':matches(ClassDeclaration, ClassExpression)[superClass]',
    message: 'No inheritance: pass what differs in.',
  },
];

const BANNED_IN_SOURCES = [
  ...BANNED,
  { selector: 'ExportDefaultDeclaration', message: 'Export by name.' },
  {
    selector:
      'Program > VariableDeclaration[kind="let"], Program > ExportNamedDeclaration > VariableDeclaration[kind="let"]',
    message: 'No module-level mutable state: let a class or a closure hold it.',
  },
];

const BOUNDS = {
  complexity: ['error', 20],
  'max-depth': ['error', 4],
  'max-lines': ['error', { max: 320, skipBlankLines: true }],
  'max-lines-per-function': ['error', { max: 100, skipBlankLines: true, skipComments: true }],
  eqeqeq: ['error', 'always'],
};

export default defineConfig(
  globalIgnores(['out/', 'dist/', '.svelte-check/', 'node_modules/', 'src-engine/kernels/assembly/']),
  {
    files: ['**/*.{js,mjs}'],
    extends: [js.configs.recommended],
    languageOptions: { globals: globals.node },
    rules: BOUNDS,
  },
  {
    // Their types svelte-check reads.
    files: ['**/*.svelte'],
    extends: [js.configs.recommended, typescript.configs.strict, typescript.configs.stylistic],
    rules: {
      ...BOUNDS,
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      // An empty function says "nothing to do".
      '@typescript-eslint/no-empty-function': 'off',
    },
  },
  { files: ['**/*.ts'], languageOptions: { parser: typescript.parser } },
  svelte.configs.recommended,
  {
    files: ['**/*.svelte'],
    languageOptions: {
      globals: globals.browser,
      parserOptions: {
        parser: typescript.parser,
        svelteConfig,
        extraFileExtensions: ['.svelte'],
      },
    },
    // It takes the reason beside a code for more codes.
    rules: { 'svelte/no-unused-svelte-ignore': 'off' },
  },
  { files: ['**/*.svelte.ts'], languageOptions: { parserOptions: { parser: typescript.parser } } },
  { rules: { 'no-restricted-syntax': ['error', ...BANNED] } },
  { files: SOURCES, rules: { 'no-restricted-syntax': ['error', ...BANNED_IN_SOURCES] } },
  prettier,
  svelte.configs.prettier,
);
