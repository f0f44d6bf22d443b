// What the page holds inside itself where it is one file; served, the same lies beside it.

const MAIN = 'support_panel.wasm';
const SESSION = 'support_panel_session.wasm';
const EXTRAS = 'support_panel_extras.wasm';
const LOCAL_RULES = 'support_panel_local_rules.wasm';

const block = (id) => document.getElementById(id)?.textContent;

export const isOneFile = block(MAIN) !== undefined;

/** The bytes of a module, which are kept compressed; nothing where they are to be fetched. */
async function bytes(id) {
  const text = block(id);
  if (text === undefined) return undefined;
  const packed = Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
  const unpacked = new Blob([packed]).stream().pipeThrough(new DecompressionStream('gzip'));
  return new Uint8Array(await new Response(unpacked).arrayBuffer());
}

export const mainModule = () => bytes(MAIN);
export const sessionModule = () => bytes(SESSION);
export const extrasModule = () => bytes(EXTRAS);
export const localRulesModule = () => bytes(LOCAL_RULES);

export const example = async () =>
  block('example.json') ?? fetch('./example.json').then((answer) => answer.text());
