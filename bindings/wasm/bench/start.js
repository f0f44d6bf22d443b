// From nothing to the first findings: what is imported, made ready, and asked once.

const peer = async (load, { text, schemas, profile }) => {
  const [{ validator }, { rulebook }] = await Promise.all([load(), import('./rules/index.js')]);
  const isRecord = validator(schemas.record);
  return rulebook(profile)(isRecord(JSON.parse(text))).length;
};

async function ours(library, { text, isFetched }) {
  const { init, PanelRecord } = await import(library);
  if (isFetched) await init();
  return PanelRecord.fromJson(text).check().length;
}

/** Our build of an earlier commit, where one is given. */
export const BEFORE = 'support-panel, before';

/** By name: what makes someone ready, and gives how many findings there are. */
export const starts = {
  'support-panel': (material) => ours(material.library, material),
  [BEFORE]: (material) => ours(material.before, material),
  'zod and rules': (material) => peer(() => import('./peers/zod.js'), material),
  'valibot and rules': (material) => peer(() => import('./peers/valibot.js'), material),
  'ajv and rules': (material) => peer(() => import('./peers/ajv.js'), material),
  'zod, imported and no more': async () => Object.keys(await import('zod')).length,
};

/** Milliseconds. */
export async function started(name, material) {
  const before = performance.now();
  const found = await starts[name](material);
  const taken = performance.now() - before;
  if (!(found > 0)) throw new Error(`${name} found nothing`);
  return taken;
}
