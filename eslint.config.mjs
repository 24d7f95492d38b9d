import eslint from '@eslint/js';
import nx from '@nx/eslint-plugin';
import jsxA11y from 'eslint-plugin-jsx-a11y';
import reactHooks from 'eslint-plugin-react-hooks';
import globals from 'globals';
import tseslint from 'typescript-eslint';
import { importsOutside, layers, moduleBoundaries, pureLayers } from './eslint.layers.mjs';

const apps = ['api', 'web', 'e2e', 'bench'];
const folderOf = (layer) => `${apps.includes(layer) ? 'apps' : 'libs'}/${layer}`;
/** A project's rooms: its sources, what shows its parts to people (`gallery`), and what specs stand on (`testing`). */
const sources = ['src/**/*.{ts,tsx}', 'gallery/**/*.{ts,tsx}'];
const specs = ['src/**/*.spec.{ts,tsx}', 'src/**/test-*.{ts,tsx}', 'testing/**/*.{ts,tsx}'];
const configs = ['**/vite.config.ts'];

const noDefaultExport = {
  selector: 'ExportDefaultDeclaration',
  message: 'No default exports: a thing has one name everywhere.',
};
const noEnvironment = {
  selector: "MemberExpression[object.name='process'][property.name='env']",
  message: 'Settings are read in apps/api/src/config.ts and handed on as arguments.',
};
const noSql = [
  { selector: 'Literal[value=/^\\s*(SELECT|INSERT INTO|UPDATE|DELETE FROM|CREATE TABLE|ALTER TABLE)\\s/]' },
  { selector: 'TemplateElement[value.raw=/^\\s*(SELECT|INSERT INTO|UPDATE|DELETE FROM|CREATE TABLE|ALTER TABLE)\\s/]' },
].map((rule) => ({ ...rule, message: 'SQL lives in libs/data.' }));
const noRoleByName = [
  'BinaryExpression[operator=/^[!=]==?$/] > MemberExpression[property.name=/^(role|seatKind)$/]',
  'BinaryExpression[operator=/^[!=]==?$/] > MemberExpression[property.name="kind"][object.name=/[sS]eat$/]',
  'BinaryExpression[operator=/^[!=]==?$/] > MemberExpression[property.name="kind"][object.property.name=/[sS]eat$/]',
  'SwitchStatement > MemberExpression.discriminant[property.name=/^(role|seatKind)$/]',
].map((selector) => ({ selector, message: 'Who may do what is asked of libs/access (ability.can), never by name.' }));
const noClockOrChance = [
  "MemberExpression[object.name='Date'][property.name='now']",
  "NewExpression[callee.name='Date'][arguments.length=0]",
  "CallExpression[callee.name='Date']",
  "MemberExpression[object.name='Math'][property.name='random']",
  "MemberExpression[object.name='Temporal'][property.name='Now']",
  'MemberExpression[property.name=/^(randomUUID|getRandomValues)$/]',
].map((selector) => ({ selector, message: 'Time, chance and ids come in as arguments.' }));
const surroundings = [
  'process',
  'console',
  'performance',
  'crypto',
  'fetch',
  'setTimeout',
  'setInterval',
  'queueMicrotask',
  'window',
  'document',
  'localStorage',
  'require',
];

/** What a layer's sources may not say; one list, since a later block would replace an earlier one. */
function restrictedSyntax(layer, isSpec) {
  if (isSpec) return [noDefaultExport];
  return [
    noDefaultExport,
    ...(layer === 'e2e' || layer === 'bench' ? [] : [noEnvironment]),
    ...(layer === 'data' ? [] : noSql),
    ...(layer === 'access' ? [] : noRoleByName),
    ...(pureLayers.includes(layer) ? noClockOrChance : []),
  ];
}

function rulesOf(layer, isSpec) {
  const isPure = pureLayers.includes(layer) && !isSpec;
  return {
    '@nx/enforce-module-boundaries': ['error', moduleBoundaries(layer, isSpec)],
    'no-restricted-imports': ['error', importsOutside(layer, isSpec)],
    'no-restricted-syntax': ['error', ...restrictedSyntax(layer, isSpec)],
    'no-restricted-globals': [
      isPure ? 'error' : 'off',
      ...surroundings.map((name) => ({ name, message: 'A pure layer knows nothing of where it runs.' })),
    ],
  };
}

function blocksOf(layer) {
  const within = (pattern) => `${folderOf(layer)}/${pattern}`;
  return [
    { files: sources.map(within), ignores: configs, rules: rulesOf(layer, false) },
    { files: specs.map(within), rules: rulesOf(layer, true) },
  ];
}

export default tseslint.config(
  {
    ignores: [
      '**/node_modules/',
      '**/dist/',
      '.nx/',
      '.data/',
      'coverage/',
      'apps/web/src/generated/',
      '**/*.cjs',
      '**/*.d.ts',
    ],
  },
  eslint.configs.recommended,
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  { files: ['**/*.mjs'], languageOptions: { globals: globals.node } },
  {
    files: ['**/*.ts', '**/*.tsx'],
    extends: [tseslint.configs.strict],
    plugins: { '@nx': nx },
    languageOptions: {
      parserOptions: {
        projectService: { allowDefaultProject: ['vite.preset.ts', 'apps/*/vite.config.ts'] },
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      '@typescript-eslint/no-unnecessary-type-assertion': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/no-extraneous-class': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      eqeqeq: 'error',
      'no-console': 'error',
    },
  },
  ...Object.keys(layers).flatMap(blocksOf),
  {
    // The one place that reads settings.
    files: ['apps/api/src/config.ts'],
    rules: {
      'no-restricted-syntax': ['error', noDefaultExport],
    },
  },
  {
    // The one place of the pages that gives days, moments and lists their language.
    files: ['apps/web/src/formats.ts'],
    rules: { 'no-restricted-imports': ['error', importsOutside('web', false, { isKeeper: true })] },
  },
  {
    files: ['libs/ui/**/*.tsx', 'apps/web/**/*.tsx'],
    extends: [jsxA11y.flatConfigs.strict, reactHooks.configs.flat.recommended],
  },
);
