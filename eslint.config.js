// What oxlint cannot read or forbid: components, scripts, and what no source does - barrels, inheritance, module state.
import js from '@eslint/js';
import prettier from 'eslint-config-prettier';
import svelte from 'eslint-plugin-svelte';
import { defineConfig, globalIgnores } from 'eslint/config';
import globals from 'globals';
import typescript from 'typescript-eslint';
import svelteConfig from './svelte.config.js';

const SOURCES = ['src-engine/**/*.ts', 'src-main/**/*.ts', 'src-renderer/**/*.ts'];

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
  globalIgnores(['out/', 'dist/', 'node_modules/', 'src-engine/kernels/assembly/']),
  {
    files: ['**/*.{js,mjs}'],
    extends: [js.configs.recommended],
    languageOptions: { globals: globals.node },
    rules: BOUNDS,
  },
  {
    files: ['**/*.svelte'],
    extends: [js.configs.recommended, typescript.configs.strictTypeChecked, typescript.configs.stylisticTypeChecked],
    rules: {
      ...BOUNDS,
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-confusing-void-expression': [
        'error',
        { ignoreArrowShorthand: true, ignoreVoidReturningFunctions: true },
      ],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      // An empty function says "nothing to do".
      '@typescript-eslint/no-empty-function': 'off',
      // Blind to what a closure or another thread changes meanwhile.
      '@typescript-eslint/no-unnecessary-condition': 'off',
      // Parts are handed over as objects of closures, which keep no `this` to lose.
      '@typescript-eslint/unbound-method': 'off',
      // In markup and in props the linter's parser sees `any` where svelte-check sees the type; `void x` marks what an effect watches.
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/no-meaningless-void-operator': 'off',
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
        projectService: true,
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
