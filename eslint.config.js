// What oxlint cannot read: components, and scripts, which have no types. It reads TypeScript alone (.oxlintrc.json).
import js from '@eslint/js';
import prettier from 'eslint-config-prettier';
import svelte from 'eslint-plugin-svelte';
import { defineConfig, globalIgnores } from 'eslint/config';
import globals from 'globals';
import typescript from 'typescript-eslint';
import house from './build/lint/house-rules.mjs';
import svelteConfig from './svelte.config.js';

const BOUNDS = {
  complexity: ['error', 20],
  'max-depth': ['error', 4],
  'max-lines': ['error', { max: 320, skipBlankLines: true }],
  'max-lines-per-function': ['error', { max: 100, skipBlankLines: true, skipComments: true }],
  eqeqeq: ['error', 'always'],
};

export default defineConfig(
  globalIgnores([
    'out/',
    'dist/',
    '.svelte-check/',
    'node_modules/',
    '**/*.ts',
    '!**/*.svelte.ts',
    'electron.config.ts.*',
  ]),
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
  { plugins: { house }, rules: { 'house/everywhere': 'error' } },
  prettier,
  svelte.configs.prettier,
);
