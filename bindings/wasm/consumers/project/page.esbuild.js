// esbuild is told where the module is; the worker's own file is bundled beside the page.
import wasm from 'support-panel/support_panel.wasm';
import { show } from './show.js';

show(new URL(wasm, import.meta.url).href);
