// The whole page as one file, to be opened from disk: script, style, the modules and the example inside, and a policy that lets in
// these by their digest, and no connection.

import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';

const digest = (text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** The page's modules and the package's as one script. */
async function bundle(entry, packageEntry) {
  const ours = {
    name: 'package',
    setup: (esbuild) =>
      esbuild.onResolve({ filter: /^\.\/support-panel\/index\.js$/ }, () => ({
        path: packageEntry,
      })),
  };
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    write: false,
    format: 'esm',
    target: 'es2022',
    minifyWhitespace: true,
    minifySyntax: true,
    legalComments: 'none',
    charset: 'utf8',
    logLevel: 'warning',
    // Parts that only share code with others are named once more where nothing of them is wanted.
    logOverride: { 'ignored-bare-import': 'silent' },
    plugins: [ours],
  });
  return outputFiles[0].text;
}

/**
 * @param {object} page
 * @param {string} page.template      index.html, with `@POLICY@` and `@ICON@`
 * @param {string} page.entry         the path of the page's first module
 * @param {string} page.packageEntry  the path of the package's entry for browsers
 * @param {string} page.css
 * @param {string} page.paperDigest   of the style that the library's papers bring
 * @param {string} page.icon
 * @param {string} page.example
 * @param {Record<string, string>} page.modules  paths of the WebAssembly modules, by name
 */
export async function oneFile({ template, entry, packageEntry, css, paperDigest, icon, ...held }) {
  const script = await bundle(entry, packageEntry);
  const policy = [
    "default-src 'none'",
    `script-src ${digest(script)} 'wasm-unsafe-eval'`,
    `style-src ${digest(css)} ${paperDigest}`,
    'img-src data:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  const block = (id, type, text) => `<script type="${type}" id="${id}">${text}</script>`;
  const packed = Object.entries(held.modules).map(([name, path]) =>
    block(
      name,
      'application/octet-stream',
      gzipSync(readFileSync(path), { level: 9 }).toString('base64'),
    ),
  );
  const inside = [
    `<style>${css}</style>`,
    ...packed,
    // Inside an element of script only `<` could end it, and JSON can write that otherwise.
    block('example.json', 'application/json', held.example.replaceAll('<', '\\u003c')),
    `<script type="module">${script}</script>`,
  ].join('\n');
  return template
    .replace('@POLICY@', () => policy)
    .replace('@ICON@', () => icon)
    .replace(/^<link rel="stylesheet".*\n/gmu, '')
    .replace(/^<script type="module" src=.*$/mu, () => inside);
}
