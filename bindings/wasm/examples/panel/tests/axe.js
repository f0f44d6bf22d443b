// axe-core on what the page shows: WCAG 2.2 up to AA, at a laptop's and at a telephone's width, and no sideways scrolling.

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** What is wrong with a state of the page, a line for each. */
export async function axeOn(page, state, widths = [1280, 320]) {
  const before = page.viewportSize();
  const wrong = [];
  for (const width of widths) {
    await page.setViewportSize({ width, height: 900 });
    if (!(await page.evaluate(() => typeof axe !== 'undefined'))) await page.evaluate(source);
    const violations = await page.evaluate(async (values) => {
      // The papers are frames without scripts, where axe cannot look; they are judged on their own.
      const { violations } = await axe.run(
        { exclude: ['iframe'] },
        { runOnly: { type: 'tag', values }, resultTypes: ['violations'], iframes: false },
      );
      return violations.map(
        ({ id, nodes }) =>
          `${id}: ${nodes
            .slice(0, 3)
            .map(({ target, failureSummary }) => `${target} ${failureSummary}`)
            .join(' | ')}`,
      );
    }, TAGS);
    wrong.push(...(await twice(page, state)));
    wrong.push(
      ...violations.map((violation) => `${state} at ${width}: ${violation}`),
      ...(await tooWide(page, state, width)),
    );
  }
  await page.setViewportSize(before);
  return wrong;
}

/** Ids that two elements of a state have: a label or a link would find the first alone. */
export async function twice(page, state) {
  const ids = await page.evaluate(() => [...document.querySelectorAll('[id]')].map(({ id }) => id));
  const again = ids.filter((id, index) => ids.indexOf(id) < index);
  return again.map((id) => `${state}: two elements have the id ${id}`);
}

/** Whether a state has to be scrolled sideways. */
async function tooWide(page, state, width) {
  const sideways = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  return sideways > 0 ? [`${state} at ${width}: ${sideways} pixels wider than the screen`] : [];
}

/** The states of a page that do not fit some width. */
export async function wideOn(page, state, widths) {
  const before = page.viewportSize();
  const wrong = [];
  for (const width of widths) {
    await page.setViewportSize({ width, height: 900 });
    wrong.push(...(await tooWide(page, state, width)));
  }
  await page.setViewportSize(before);
  return wrong;
}
