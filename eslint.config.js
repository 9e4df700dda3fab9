// Rules are scars: each one that is not plain says which fault it keeps from coming back. There are no warnings and no
// exemptions; comments that switch a rule off have no effect.
import jsxA11y from 'eslint-plugin-jsx-a11y'
import reactHooks from 'eslint-plugin-react-hooks'
import { defineConfig, globalIgnores } from 'eslint/config'
import typescript from 'typescript-eslint'

const typeAware = {
  files: ['**/*.{ts,tsx}'],
  extends: [typescript.configs.strictTypeChecked, typescript.configs.stylisticTypeChecked],
  languageOptions: {
    parserOptions: {
      projectService: true,
      tsconfigRootDir: import.meta.dirname,
    },
  },
  rules: {
    // A promise that nobody waits for fails after the answer has gone out, as an unhandled rejection that ends the process.
    '@typescript-eslint/no-floating-promises': 'error',
    // An async function given where a plain one is expected: its failure is lost (event handlers, forEach, setInterval).
    '@typescript-eslint/no-misused-promises': 'error',
    // A new outcome, step or problem that one switch forgot.
    '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
    // Node strips types and runs the rest: an import of a type that is not marked is looked for at run time, and fails.
    '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
    // `return promise` inside try never reaches its catch.
    '@typescript-eslint/return-await': ['error', 'in-try-catch'],
    // `"" || fallback` and `0 || fallback` take the fallback for what a person really typed.
    '@typescript-eslint/prefer-nullish-coalescing': 'error',
    // Numbers read well in a template; objects become "[object Object]", which the strict rule still refuses.
    '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
    // `() => void work()` and `onClick={() => setOpen(true)}` say what they mean.
    '@typescript-eslint/no-confusing-void-expression': [
      'error',
      { ignoreArrowShorthand: true, ignoreVoidOperator: true },
    ],
    // Adapters keep one asynchronous interface, also where one of them has nothing to wait for.
    '@typescript-eslint/require-await': 'off',
    // A type is one word here: `interface` for shapes, `type` for the rest; both directions have a use.
    '@typescript-eslint/consistent-type-definitions': 'off',
    // One name for one thing, found by one search; a default export gets a new name at every import.
    'no-restricted-exports': [
      'error',
      {
        restrictDefaultExports: {
          direct: true,
          named: true,
          defaultFrom: true,
          namedFrom: true,
          namespaceFrom: true,
        },
      },
    ],
    'no-restricted-syntax': [
      'error',
      // Barrels made one project's tests take 278 s in place of 108.
      { selector: 'ExportAllDeclaration', message: 'No barrels: import from the file that has it.' },
    ],
    // Objects are made by factories and do not use `this`, so their functions may be handed on by themselves.
    '@typescript-eslint/unbound-method': 'off',
    // It asks for the `!` that another strict rule refuses.
    '@typescript-eslint/non-nullable-type-assertion-style': 'off',
    // What came in as JSON is read in brackets, so that it cannot be taken for a property that a type vouches for.
    '@typescript-eslint/dot-notation': ['error', { allowIndexSignaturePropertyAccess: true }],
    // `[...text]` counts and walks code points, which is what the rules for names and user IDs are about.
    '@typescript-eslint/no-misused-spread': ['error', { allow: [{ from: 'lib', name: 'string' }, 'string'] }],
    eqeqeq: 'error',
    'no-console': 'error',
  },
}

/** What runs when the SPA is built has a project of its own, without the browser's types. */
const webBuild = {
  files: ['apps/web/vite.config.ts', 'apps/web/build/**/*.{ts,tsx}'],
  languageOptions: {
    parserOptions: {
      projectService: false,
      project: 'apps/web/tsconfig.build.json',
      tsconfigRootDir: import.meta.dirname,
    },
  },
}

const serverCode = {
  files: ['apps/api/src/**/*.ts'],
  ignores: ['apps/api/src/config.ts', '**/*.test.ts', 'apps/api/src/testing/**'],
  rules: {
    // Settings that are read where they are used fail late, one at a time, and in production only.
    'no-restricted-properties': [
      'error',
      { object: 'process', property: 'env', message: 'config.ts reads the settings.' },
    ],
  },
}

/** What talks to the person at a terminal. */
const commandLine = {
  files: [
    'packages/tooling/**/*.ts',
    'prisma/**/*.ts',
    'bench/**/*.ts',
    'e2e/**/*.ts',
    'apps/api/src/{admin,server}.ts',
  ],
  rules: { 'no-console': 'off' },
}

const browserCode = {
  files: ['apps/web/src/**/*.tsx', 'apps/web/src/**/*.ts'],
  extends: [jsxA11y.flatConfigs.strict, reactHooks.configs.flat.recommended],
}

/** Tools ask for these by their default export. */
const toolConfiguration = {
  files: ['**/*.config.{ts,js}', '.dependency-cruiser.js', 'e2e/portal/start-portal.ts'],
  rules: { 'no-restricted-exports': 'off' },
}

export default defineConfig([
  globalIgnores([
    '**/dist/',
    '**/generated/',
    '**/*.gen.ts',
    'test-results/',
    'playwright-report/',
    '.data/',
  ]),
  { linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: 'error' } },
  typeAware,
  webBuild,
  serverCode,
  commandLine,
  browserCode,
  toolConfiguration,
])
