import js from '@eslint/js';
import tseslint from 'typescript-eslint';

const globals = Object.fromEntries(
  ['process', 'console', 'URL', 'performance', 'setTimeout', 'Buffer', 'TextEncoder', 'TextDecoder'].map((name) => [
    name,
    'readonly',
  ]),
);

export default tseslint.config(
  { ignores: ['dist', 'coverage', 'node_modules', 'reports', '.stryker-tmp'] },
  js.configs.recommended,
  ...tseslint.configs.strictTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      'max-lines': ['error', { max: 250 }],
      'max-lines-per-function': ['error', { max: 40, skipComments: true }],
      'no-restricted-syntax': ['error', { selector: 'ExportDefaultDeclaration', message: 'no default exports' }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
      // Columns count code points, which is what spreading a text gives.
      '@typescript-eslint/no-misused-spread': 'off',
      // The node loop compares plain bytes of a typed array with the operations' enum.
      '@typescript-eslint/no-unsafe-enum-comparison': 'off',
      '@typescript-eslint/no-unsafe-enum-assignment': 'off',
      '@typescript-eslint/consistent-type-imports': 'error',
    },
  },
  { files: ['test/**'], ignores: ['test/reference/**'], rules: { 'max-lines-per-function': 'off' } },
  {
    files: ['**/*.js', '**/*.mjs', '*.config.ts'],
    ...tseslint.configs.disableTypeChecked,
    languageOptions: { parserOptions: { projectService: false, project: false, program: null }, globals },
  },
  {
    files: ['eslint.config.js', '*.config.ts', 'test/bench/**'],
    rules: {
      'no-restricted-syntax': 'off',
      '@typescript-eslint/no-dynamic-delete': 'off',
      '@typescript-eslint/no-extraneous-class': 'off',
    },
  },
);
