// Puts the page together: our modules, the built package, the styles, and the policy that the browser holds it to. Then all of it once
// more as one file, dist/panel.html.

import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { compile } from 'sass';
import { oneFile } from './one-file.js';

const at = (path) => fileURLToPath(new URL(path, import.meta.url));
const root = at('../../../../');
const page = `${root}target/panel-page/`;

rmSync(page, { recursive: true, force: true });
mkdirSync(page, { recursive: true });
cpSync(at('src'), page, { recursive: true });
cpSync(`${root}tests/records/leicester-referral.json`, `${page}example.json`);

// What a browser needs of the package: neither Node's entries nor React's.
const dist = at('../../dist/');
const needed = (name) =>
  (name.endsWith('.js') && !/^(node|react|worker-node|thread-node)/.test(name)) ||
  name.endsWith('.wasm');
mkdirSync(`${page}support-panel`);
for (const name of readdirSync(dist).filter(needed))
  cpSync(dist + name, `${page}support-panel/${name}`);

const { css } = compile(at('styles/panel.scss'), {
  style: 'compressed',
  loadPaths: [at('node_modules')],
  quietDeps: true,
});
writeFileSync(`${page}panel.css`, css);
cpSync(at('styles/council.css'), `${page}council.css`);

// The library's papers bring one style of their own; it is let in by its digest, and no other inline style is.
const { init, PanelRecord } = await import(pathToFileURL(`${dist}node.js`));
await init?.();
const paper = PanelRecord.fromJson(readFileSync(`${page}example.json`, 'utf8')).minutes(
  'professionals',
  {
    format: 'html',
  },
);
const style = paper.match(/<style>([\s\S]*?)<\/style>/)?.[1];
if (!style) throw new Error("the minutes hold no style element: has the library's page changed?");
const paperDigest = `'sha256-${createHash('sha256').update(style).digest('base64')}'`;
const policy = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  `style-src 'self' ${paperDigest}`,
  "connect-src 'self'",
  'img-src data:',
  "frame-src 'self'",
  "worker-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');
writeFileSync(`${page}policy.txt`, `${policy}; frame-ancestors 'none'\n`);
// A browser asks for its icon again and again; inside the page there is nothing to ask for.
const icon = `data:image/svg+xml;base64,${readFileSync(at('styles/icon.svg')).toString('base64')}`;
const template = readFileSync(at('index.html'), 'utf8');
writeFileSync(`${page}index.html`, template.replace('@POLICY@', policy).replace('@ICON@', icon));

// What the page needs to be loaded anew without a network: all of it.
const kept = readdirSync(page, { recursive: true, withFileTypes: true })
  .filter((file) => file.isFile() && !['service-worker.js', 'policy.txt'].includes(file.name))
  .map((file) => relative(page, join(file.parentPath, file.name)).replaceAll('\\', '/'))
  .sort();
const all = createHash('sha256');
kept.forEach((name) => all.update(`${name}\n`).update(readFileSync(page + name)));
const worker = readFileSync(`${page}service-worker.js`, 'utf8')
  .replace("'@FILES@'", JSON.stringify(['./', ...kept.filter((name) => name !== 'index.html')]))
  .replace('@DIGEST@', all.digest('hex').slice(0, 16));
writeFileSync(`${page}service-worker.js`, worker);

mkdirSync(at('dist'), { recursive: true });
writeFileSync(
  at('dist/panel.html'),
  await oneFile({
    template,
    icon,
    paperDigest,
    // The mark of the byte order belongs at the beginning of a file.
    css: css.replace(/^\uFEFF/u, '') + readFileSync(at('styles/council.css'), 'utf8'),
    entry: at('src/main.js'),
    packageEntry: `${dist}index.js`,
    example: readFileSync(`${page}example.json`, 'utf8'),
    modules: Object.fromEntries(
      ['', '_session', '_extras', '_local_rules'].map((part) => {
        const name = `support_panel${part}.wasm`;
        return [name, dist + name];
      }),
    ),
  }),
);
console.log(`panel page: ${page} and ${at('dist/panel.html')}`);
