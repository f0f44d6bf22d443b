// Where the page begins: the chair's own window, or the wall's.

import { startPage } from './page.js';
import { isWall } from './wall/link.js';
import { startWall } from './wall/window.js';

await (isWall() ? startWall() : startPage());
document.documentElement.dataset.ready = 'true';
