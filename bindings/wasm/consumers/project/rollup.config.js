import json from '@rollup/plugin-json';
import { nodeResolve } from '@rollup/plugin-node-resolve';

export default {
  input: 'program.js',
  output: { format: 'esm' },
  plugins: [nodeResolve({ exportConditions: ['node'] }), json()],
};
