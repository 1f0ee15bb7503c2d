// Bundles the extension and what it needs into dist/extension.js.
import { build } from 'esbuild';

await build({
  entryPoints: ['src/extension.ts'],
  outfile: 'dist/extension.js',
  bundle: true,
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  external: ['vscode'],
  minify: !process.argv.includes('--readable'),
  sourcemap: process.argv.includes('--readable'),
  logLevel: 'warning',
});
