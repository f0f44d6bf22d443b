// Vite, webpack and Rspack find the module, and the worker's own file, by themselves.
import { show } from './show.js';

show();
