// Bundles the extension and what it needs into dist/extension.js; with --tests also its tests, into dist/tests.js.
import { build } from 'esbuild';

const common = {
  bundle: true,
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  external: ['vscode', 'mocha'],
  logLevel: 'warning',
};
await build({ ...common, entryPoints: ['src/extension.ts'], outfile: 'dist/extension.js', minify: true });
if (process.argv.includes('--tests')) {
  await build({ ...common, entryPoints: ['test/index.ts'], outfile: 'dist/tests.js' });
}
