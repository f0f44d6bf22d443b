// Copies what a program needs, as Vercel's file tracing finds it: `node trace.js PROGRAM FOLDER`.

import { nodeFileTrace } from '@vercel/nft';
import { cpSync } from 'node:fs';
import { join } from 'node:path';

const [, , program, folder] = process.argv;
const { fileList, warnings } = await nodeFileTrace([program]);
for (const warning of warnings) throw warning;
for (const file of fileList) cpSync(file, join(folder, file));
