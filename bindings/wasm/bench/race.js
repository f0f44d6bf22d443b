// Medians of short repetitions taken in turn, so that a busy machine seldom interrupts one. Look at the ratios.

const median = (list) => list.sort((a, b) => a - b)[list.length >> 1];

/** A job may have something to make ready each time, which is not timed. */
function taken(job, times) {
  job.ready?.();
  const before = performance.now();
  for (let left = times; left > 0; left--) job();
  return performance.now() - before;
}

/** Warms a job up, and gives how often it has to be done for a repetition to last. */
function often(job, { warm, milliseconds }) {
  const until = performance.now() + warm;
  while (performance.now() < until) taken(job, 8);
  const best = Math.min(...Array.from({ length: 9 }, () => taken(job, 8) / 8));
  return Math.max(1, Math.round(milliseconds / best));
}

/** Microseconds of each job, by its name. */
export function race(jobs, options) {
  const names = Object.keys(jobs);
  const times = names.map((name) => often(jobs[name], options));
  const found = names.map(() => []);
  for (let round = 0; round < options.rounds; round++) {
    names.forEach((name, i) => found[i].push((taken(jobs[name], times[i]) * 1000) / times[i]));
  }
  return Object.fromEntries(names.map((name, i) => [name, median(found[i])]));
}

/** Medians of what is measured anew each time, in turn. */
export async function apart(names, rounds, measure) {
  const found = names.map(() => []);
  for (let round = 0; round < rounds; round++) {
    for (const [i, name] of names.entries()) found[i].push(await measure(name));
  }
  return Object.fromEntries(names.map((name, i) => [name, median(found[i])]));
}
