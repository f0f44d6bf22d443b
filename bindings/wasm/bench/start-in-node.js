// One start in a process of its own, which has imported nothing of anybody yet: `node start-in-node.js NAME` prints milliseconds.

import { material } from './material.js';
import { started } from './start.js';

console.log(await started(process.argv[2], { ...material, library: '../dist/node.js' }));
