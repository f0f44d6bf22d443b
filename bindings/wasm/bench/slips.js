// Records with slips in them: what people might have written, by chance, but the same chance every time.

/** A small generator of numbers from 0 to 1 (mulberry32). */
export function dice(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Every place in a document: what holds it, and under which key; `extensions` are no one's business. */
function places(value, found = []) {
  for (const [key, inner] of Object.entries(value)) {
    if (key === 'extensions') continue;
    found.push({ holder: value, key });
    if (inner !== null && typeof inner === 'object') places(inner, found);
  }
  return found;
}

const kindOf = (holder, key) => (Array.isArray(holder) ? 'item' : key);

/** Makes records from records: members lost, taken from elsewhere, written twice, moved, blanked, counted on. */
export function slips(records, seed) {
  const roll = dice(seed);
  const below = (n) => Math.floor(roll() * n);
  const pick = (list) => list[below(list.length)];
  const pool = new Map();
  for (const record of records) {
    for (const { holder, key } of places(record)) {
      const kind = kindOf(holder, key);
      if (!pool.has(kind)) pool.set(kind, []);
      pool.get(kind).push(holder[key]);
    }
  }
  const day = (text, by) => new Date(Date.parse(text) + by * 86_400_000).toISOString().slice(0, 10);
  const DATE = /^\d{4}-\d{2}-\d{2}$/;
  const INSTANT = /^\d{4}-\d{2}-\d{2}[Tt]/;

  function slip(record) {
    // A part of the record first, so that the long lists do not get all of them.
    const part = pick(
      Object.keys(record).filter(
        (name) => name !== 'extensions' && typeof record[name] === 'object',
      ),
    );
    const { holder, key } = pick([{ holder: record, key: part }, ...places(record[part])]);
    const value = holder[key];
    const dice = roll();
    if (Array.isArray(holder)) {
      const i = Number(key);
      if (dice < 0.3) holder.splice(i, 1);
      else if (dice < 0.5) holder.splice(below(holder.length + 1), 0, structuredClone(value));
      else if (dice < 0.7) holder.push(...holder.splice(i, 1));
      else if (typeof value === 'string')
        holder[i] = pick(pool.get('item').filter((one) => typeof one === 'string'));
    } else if (dice < 0.3) delete holder[key];
    else if (dice < 0.6) holder[key] = structuredClone(pick(pool.get(kindOf(holder, key))));
    else if (typeof value === 'number') holder[key] = value + pick([-1, 1, 0.5, 3, -4]);
    else if (DATE.test(value))
      holder[key] = day(value, pick([-400, -30, -7, -1, 1, 1, 7, 30, 400]));
    else if (INSTANT.test(value))
      holder[key] = new Date(
        Date.parse(value.toUpperCase()) + 1000 * pick([-86_400, -900, -60, 60, 300, 900]),
      ).toISOString();
    else if (typeof value === 'string' && dice < 0.8)
      holder[key] = pick([' ', '\u00a0', `${value} EHA`, value.toUpperCase(), `${value}!`]);
  }

  return function next() {
    const record = structuredClone(pick(records));
    for (let left = 1 + below(6); left > 0; left--) slip(record);
    return record;
  };
}
