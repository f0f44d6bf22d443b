// The largest letters with which a sheet fits the wall, in as many columns as that takes; or pages, where letters would be too small.

/** In parts of the window's height: letters below the smallest are not read from the back of a room. */
const LETTERS = { smallest: 0.021, largest: 0.06, near: 0.0005 };
/** Where pages turn, what does not fit comes later, and the letters need not be small. */
const PAGED = 0.03;
const MOST_COLUMNS = 6;
/** The narrowest column, in letters' heights. */
const NARROWEST = 9;

/** The largest size that fits, or nothing where not even the smallest does; `fits` sets a size and looks. */
function largest(fits) {
  if (!fits(LETTERS.smallest)) return null;
  if (fits(LETTERS.largest)) return LETTERS.largest;
  let [small, large] = [LETTERS.smallest, LETTERS.largest];
  while (large - small > LETTERS.near) {
    const middle = (small + large) / 2;
    if (fits(middle)) small = middle;
    else large = middle;
  }
  return small;
}

const setSize = (wall, part) =>
  wall.style.setProperty('--letters', `${(part * innerHeight).toFixed(2)}px`);

/** Fits what flows into columns. Gives how many pages there are, one unless letters would be too small. */
function fitFlow(wall, flow, fewest) {
  const layOut = (columns, part) => {
    setSize(wall, part);
    flow.style.setProperty('--columns', columns);
  };
  const fits = (columns) => (part) => {
    layOut(columns, part);
    return (
      flow.scrollWidth <= flow.clientWidth + 1 &&
      flow.clientWidth / columns >= NARROWEST * part * innerHeight
    );
  };
  const tried = [];
  for (let columns = fewest; columns <= Math.max(fewest, MOST_COLUMNS); columns += 1)
    tried.push({ columns, part: largest(fits(columns)) ?? 0 });
  const best = tried.reduce((one, other) => (other.part > one.part ? other : one));
  if (best.part) {
    layOut(best.columns, best.part);
    return 1;
  }
  layOut(Math.max(fewest, 3), PAGED);
  const width = pageWidth(flow);
  return Math.max(1, Math.ceil((flow.scrollWidth - 1) / width));
}

/** How far the next page of a flow is. */
const pageWidth = (flow) => flow.clientWidth + parseFloat(getComputedStyle(flow).columnGap || '0');

export const turnTo = (flow, page) => flow.scrollTo(page * pageWidth(flow), 0);

/** The page of a flow on which an element stands. */
export const pageOf = (flow, element) =>
  Math.floor(
    (element.getBoundingClientRect().left -
      flow.getBoundingClientRect().left +
      flow.scrollLeft +
      1) /
      pageWidth(flow),
  );

/** Fits a sheet into the wall; gives the number of its pages. */
export function fit(wall) {
  const flow = wall.querySelector('.wall-flow');
  if (flow) return fitFlow(wall, flow, Number(flow.dataset.columns));
  const sheet = wall.querySelector('.wall-sheet');
  const fits = (part) => {
    setSize(wall, part);
    return [sheet, ...sheet.querySelectorAll('.wall-said')].every(
      (box) => box.scrollHeight <= box.clientHeight + 1 && box.scrollWidth <= box.clientWidth + 1,
    );
  };
  setSize(wall, largest(fits) ?? LETTERS.smallest);
  return 1;
}
