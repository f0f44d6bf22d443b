// The largest text size at which the map fits one page.

/** A4 on its side less the margins that the style sheet sets, in CSS pixels. */
const MILLIMETRE = 96 / 25.4;
const PAGE = { width: (297 - 20) * MILLIMETRE, height: (210 - 20) * MILLIMETRE };
const POINT = 96 / 72;
/** In points. */
const PAPER = { smallest: 3, largest: 14, near: 0.05 };
/** A printer breaks lines a little otherwise than a screen. */
const ROOM = 0.97;

/** The largest size that fits, or the smallest where none does; `fits` sets a size and looks. */
function largest({ smallest, largest: most, near }, fits) {
  if (fits(most)) return;
  let [small, large] = [smallest, most];
  while (large - small > near) {
    const middle = (small + large) / 2;
    if (fits(middle)) small = middle;
    else large = middle;
  }
  fits(small);
}

/** Lays the map out as on paper, finds the text size, and puts everything back. */
function fitPaper() {
  const root = document.documentElement;
  const shell = document.querySelector('.panel-shell');
  const map = shell?.querySelector('.panel-screen-map .panel-map');
  root.style.removeProperty('--text');
  if (!map) return;
  const [x, y] = [scrollX, scrollY];
  map.style.setProperty('--shares', shares([...map.children]));
  shell.style.width = `${PAGE.width}px`;
  root.classList.add('panel-paper-size');
  largest(PAPER, (points) => {
    root.style.setProperty('--text', `${points * POINT}px`);
    return shell.scrollHeight <= PAGE.height * ROOM && shell.scrollWidth <= PAGE.width + 1;
  });
  root.classList.remove('panel-paper-size');
  shell.style.removeProperty('width');
  scrollTo(x, y);
}

/** A fuller column gets a wider place, within reason. */
function shares(columns) {
  const full = columns.map((column) =>
    column.querySelector('.panel-entries') ? column.innerText.length : 0,
  );
  const mean = full.reduce((sum, one) => sum + one, 0) / full.length || 1;
  return full
    .map((one) => `minmax(0, ${Math.min(1.5, Math.max(0.75, one / mean)).toFixed(2)}fr)`)
    .join(' ');
}

addEventListener('beforeprint', fitPaper);
