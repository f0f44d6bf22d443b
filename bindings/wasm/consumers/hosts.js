// The bundlers and hosts: what each makes of a project, how that is started, and what it must show.

import { execFile, execFileSync, spawn } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { once } from 'node:events';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { open, serve } from '../../../tests/javascript/browser.js';

const run = promisify(execFile);

/** @param {{home: string, folder: string, browser: object}} given  where the hosts are installed, the project, and a browser */
export function consumers({ home, folder, browser }) {
  const dist = `${folder}/node_modules/support-panel/dist`;
  const made = (name) => {
    const out = `${home}/made/${name}`;
    mkdirSync(out, { recursive: true });
    return out;
  };
  /** The command of a host, in the project. */
  const tool = async (command, args, { cwd = folder, env } = {}) => {
    const options = { cwd, env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1', ...env } };
    return run(`${home}/node_modules/${command}`, args, options);
  };
  const started = async (program, ...args) =>
    (await run(process.execPath, [program, ...args])).stdout.trim();
  const copyModules = (out) => {
    for (const name of readdirSync(dist).filter((name) => name.endsWith('.wasm')))
      cpSync(`${dist}/${name}`, `${out}/${name}`);
  };

  /** What a page shows once `look` finds it; whatever goes wrong on it is a fault. */
  async function shown(origin, look, path = '/') {
    const { page, faults, close } = await open(browser, origin, path);
    try {
      const text = await look(page);
      return [text, ...faults].join('\n');
    } finally {
      await close();
    }
  }
  async function served(out, look) {
    const server = await serve({ '': out });
    try {
      return await shown(server.origin, look);
    } finally {
      server.close();
    }
  }
  const body = async (page) => {
    await page.waitForFunction(() => document.body?.textContent.trim());
    return (await page.textContent('body')).trim();
  };

  const ask = (...program) =>
    execFileSync(process.execPath, program, { cwd: folder, encoding: 'utf8' }).trim();
  const expected = ask('program.js');
  const [, found] = expected.match(/^([1-9]\d*) findings/u);
  // The examples name no day, and rules about today are silent.
  const undated = ask('undated.js');

  /** A program for Node, used apart from the package. */
  const program = (name, file, make, { isCopied = false } = {}) => ({
    name: `${name}, a program`,
    expected,
    async use() {
      const out = made(name);
      await make(out);
      if (isCopied) copyModules(out);
      return started(join(out, file));
    },
  });
  const page = (name, make) => ({
    name: `${name}, a page`,
    expected: `Panel Record 1: ${found} findings, ${found} in a worker`,
    async use() {
      const out = made(`${name}-page`);
      await make(out);
      if (!readdirSync(out).includes('index.html'))
        cpSync(`${folder}/index.html`, `${out}/index.html`);
      return served(out, body);
    },
  });

  const copied = { isCopied: true };
  const forNode = ['--bundle', '--platform=node'];
  const webpack = (target, entry, out, filename) =>
    tool('webpack-cli/bin/cli.js', [
      ...['--mode', 'production', '--target', target, '--entry', entry, '--no-performance'],
      ...['--output-path', out, '--output-filename', filename, '--stats', 'errors-warnings'],
    ]);
  const rspack = (target, entry, out, filename) =>
    run(process.execPath, ['rspack.js', target, entry, out, filename], { cwd: folder });
  const vites = ['vite', 'vite7', 'vite6', 'vite5'];
  const vite = (version, args, options) =>
    tool(
      `${version}/bin/vite.js`,
      ['build', ...args, '--logLevel', 'warn', '--emptyOutDir'],
      options,
    );

  const programs = [
    program(
      'esbuild',
      'program.js',
      (out) =>
        tool('esbuild/bin/esbuild', ['program.js', ...forNode, '--format=esm', `--outdir=${out}`]),
      copied,
    ),
    program(
      'esbuild-commonjs',
      'program.cjs',
      (out) =>
        tool('esbuild/bin/esbuild', ['program.cjs', ...forNode, `--outfile=${out}/program.cjs`]),
      copied,
    ),
    program(
      'rollup',
      'program.js',
      (out) =>
        tool('rollup/dist/bin/rollup', ['--config', 'rollup.config.js', '--dir', out, '--silent']),
      copied,
    ),
    program(
      'rolldown',
      'program.js',
      (out) =>
        tool('rolldown/bin/cli.mjs', [
          'program.js',
          '--platform=node',
          '--format=esm',
          '--dir',
          out,
        ]),
      copied,
    ),
    program('webpack', 'program.cjs', (out) => webpack('node', './program.js', out, 'program.cjs')),
    program(
      'webpack-commonjs',
      'program.cjs',
      (out) => webpack('node', './program.cjs', out, 'program.cjs'),
      copied,
    ),
    program('rspack', 'program.cjs', (out) => rspack('node', './program.js', out, 'program.cjs')),
    program('ncc', 'index.js', (out) =>
      tool('@vercel/ncc/dist/ncc/cli.js', ['build', 'program.js', '--out', out, '--quiet']),
    ),
    program(
      'ncc-commonjs',
      'index.cjs',
      (out) =>
        tool('@vercel/ncc/dist/ncc/cli.js', ['build', 'program.cjs', '--out', out, '--quiet']),
      copied,
    ),
    program('nft', 'program.js', (out) =>
      run(process.execPath, ['trace.js', 'program.js', out], { cwd: folder }),
    ),
    program('nft-commonjs', 'program.cjs', (out) =>
      run(process.execPath, ['trace.js', 'program.cjs', out], { cwd: folder }),
    ),
    ...vites.map((version) =>
      program(
        version,
        'program.js',
        (out) => vite(version, ['--ssr', 'program.js', '--config', 'vite.ssr.js', '--outDir', out]),
        copied,
      ),
    ),
  ];

  // What esbuild puts in place of `require` in a module, unless the bundle brings one.
  const required =
    "--banner:js=import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);";
  /** A bundle without the module's files starts with bytes, also where it does not know where it is. */
  const fromBytes = [
    ['bytes.js', 'bytes.mjs', 'esm'],
    ['bytes.js', 'bytes.cjs', 'cjs'],
    ['bytes.cjs', 'of-commonjs.mjs', 'esm'],
  ].map(([source, name, format]) => ({
    name: `esbuild, from bytes, ${source} as ${format}`,
    expected: 'not_ready missing_key',
    async use() {
      const bundle = `${made('esbuild-bytes')}/${name}`;
      const banner = source === 'bytes.cjs' ? [required] : [];
      const quiet = '--log-override:empty-import-meta=silent';
      await tool('esbuild/bin/esbuild', [
        ...[source, ...forNode, `--format=${format}`, `--outfile=${bundle}`, quiet, ...banner],
      ]);
      return started(bundle, `${dist}/support_panel.wasm`);
    },
  }));

  const pages = [
    page('esbuild', (out) =>
      tool('esbuild/bin/esbuild', [
        ...['page=page.esbuild.js', 'node_modules/support-panel/dist/thread-web.js', '--bundle'],
        ...['--format=esm', '--loader:.wasm=file', `--outdir=${out}`, '--entry-names=[name]'],
      ]),
    ),
    page('webpack', (out) => webpack('web', './page.js', out, 'page.js')),
    page('rspack', (out) => rspack('web', './page.js', out, 'page.js')),
    ...vites.map((version) => page(version, (out) => vite(version, ['--outDir', out]))),
  ];

  /** One after another: they keep what they make in one folder. */
  const development = {
    name: `the development server, unconfigured, of ${vites.join(', ')}`,
    expected: vites.map(() => pages[0].expected).join('\n'),
    async use() {
      const found = [];
      for (const version of vites) {
        const server = spawn(process.execPath, ['vite.dev.js', `${home}/node_modules/${version}`], {
          cwd: folder,
          stdio: ['pipe', 'pipe', 'inherit'],
        });
        const [said] = await once(server.stdout, 'data');
        found.push(await shown(`${said}`.trim().replace(/\/$/u, ''), body));
        server.stdin.end();
        await once(server, 'exit');
      }
      return found.join('\n');
    },
  };

  /** A sitting in a framework: what is shown before its first stage begins, and after. */
  const framework = (name, before, after) => ({
    name: `${name}, a sitting`,
    expected: `${before}, then ${after}`,
    async use() {
      const out = made(name);
      await vite('vite', ['--outDir', out, '--base', './'], { cwd: `${folder}/${name}` });
      return served(out, async (page) => {
        const text = page.locator('#app p');
        const first = await text.textContent();
        await page.locator('#start').click();
        await page.waitForFunction(
          (first) => document.querySelector('#app p').textContent !== first,
          first,
        );
        return `${first}, then ${(await text.textContent()).replace(/\d+ s$/u, 'seconds')}`;
      });
    },
  });

  /** As a standalone server, away from where it was built: the page in the browser, and what the server says. */
  const next = (bundler) => ({
    name: `next, ${bundler}`,
    expected: `${undated} findings in the page, ${undated} of the server`,
    async use() {
      const [app, out] = [`${folder}/next-${bundler}`, made(`next-${bundler}`)];
      cpSync(`${folder}/next`, app, { recursive: true });
      cpSync(`${folder}/record.json`, `${app}/record.json`);
      await tool('next/dist/bin/next', ['build', `--${bundler}`], { cwd: app });
      cpSync(`${app}/.next/standalone`, out, { recursive: true });
      const server = `${out}/project/next-${bundler}`;
      cpSync(`${app}/.next/static`, `${server}/.next/static`, { recursive: true });
      const port = await freePort();
      const running = spawn(process.execPath, ['server.js'], {
        cwd: server,
        env: { ...process.env, PORT: port, HOSTNAME: '127.0.0.1' },
        stdio: ['ignore', 'pipe', 'pipe'],
      });
      try {
        await once(running.stdout, 'data');
        return await shown(`http://127.0.0.1:${port}`, async (page) => {
          await page.locator('p').first().waitFor();
          const count = await page.locator('p').count();
          const said = await page.evaluate(async (body) => {
            const answer = await fetch('/check', { method: 'POST', body });
            return (await answer.json()).filter(({ remedy }) => remedy).length;
          }, record());
          return `${count} findings in the page, ${said} of the server`;
        });
      } finally {
        running.kill();
      }
    },
  });
  const record = () => readFileSync(`${folder}/record.json`, 'utf8');

  const deno = (args, input) =>
    new Promise((resolve, reject) => {
      const child = execFile(
        `${home}/node_modules/deno/bin.cjs`,
        ['run', '--no-prompt', ...args],
        {
          cwd: folder,
          env: { ...process.env, DENO_DIR: `${home}/made/deno`, DENO_NO_UPDATE_CHECK: '1' },
        },
        (error, stdout) => (error ? reject(error) : resolve(stdout.trim())),
      );
      child.stdin.end(input);
    });
  const others = [
    { name: 'deno', expected, use: () => deno(['--allow-read=.', 'program.js']) },
    {
      name: 'deno, without leave to read',
      expected: 'not_ready not_ready missing_key',
      use: () => deno(['bytes.deno.js'], wasm()),
    },
    {
      name: 'workerd',
      expected: `${undated} findings`,
      async use() {
        const out = made('workerd');
        await tool('esbuild/bin/esbuild', [
          ...['workers/worker.js', '--bundle', '--format=esm', '--external:*.wasm'],
          `--outfile=${out}/worker.js`,
        ]);
        for (const name of ['workerd.capnp', 'ask.workerd.js', 'record.json'])
          cpSync(`${folder}/${name}`, `${out}/${name}`);
        copyModules(out);
        const { stdout } = await tool('workerd/bin/workerd', ['test', `${out}/workerd.capnp`]);
        return stdout.trim();
      },
    },
  ];
  const wasm = () => readFileSync(`${dist}/support_panel.wasm`);

  // The slowest first, so that no line waits for the other at the end.
  return [
    next('webpack'),
    next('turbopack'),
    development,
    framework('react', 'between', 'introductions: seconds'),
    framework('svelte', 'between', 'running'),
    framework('vue', 'between', 'running'),
    ...pages,
    ...programs,
    ...fromBytes,
    ...others,
  ];
}

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  return port;
}
