// One start in a process of its own, which has imported nothing of anyone yet: `node start-in-node.js NAME [BEFORE]` prints milliseconds.

import { material } from './material.js';
import { started } from './start.js';

const [, , name, before] = process.argv;
console.log(await started(name, { ...material, library: '../dist/node.js', before }));
