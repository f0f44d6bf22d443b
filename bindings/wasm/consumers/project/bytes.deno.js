// Deno, not allowed to read: the package does not start by itself, says so, and starts with bytes that come another way, here as its input.

import { init, PanelRecord } from 'support-panel';

const code = (error) => error.code;
const ask = () => {
  try {
    PanelRecord.fromJson('{}');
  } catch (error) {
    return code(error);
  }
};
const before = ask();
const failed = await init().catch(code);
await init(new Response(Deno.stdin.readable).arrayBuffer());
console.log(before, failed, ask());
