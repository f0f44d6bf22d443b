// The map on one page: before it is printed, the largest letters with which it fits are looked for.

/** A4 on its side less the margins that the style sheet sets, in CSS pixels. */
const MILLIMETRE = 96 / 25.4;
const PAGE = { width: (297 - 20) * MILLIMETRE, height: (210 - 20) * MILLIMETRE };
const POINT = 96 / 72;
const LETTERS = { largest: 11, smallest: 3 };
/** A printer breaks lines a little otherwise than a screen. */
const ROOM = 0.97;

/** Lays the screen out as on paper, finds the letters, and puts everything back. */
function fit() {
  const root = document.documentElement;
  const shell = document.querySelector(".panel-shell");
  const map = shell?.querySelector(".panel-screen-map .panel-map");
  root.style.removeProperty("--letters");
  if (!map) return;
  const [x, y] = [scrollX, scrollY];
  map.style.setProperty("--shares", shares([...map.children]));
  shell.style.width = `${PAGE.width}px`;
  root.classList.add("panel-paper-size");
  const fits = (points) => {
    root.style.setProperty("--letters", `${points * POINT}px`);
    return shell.scrollHeight <= PAGE.height * ROOM && shell.scrollWidth <= PAGE.width + 1;
  };
  let [small, large] = [LETTERS.smallest, LETTERS.largest];
  if (fits(large)) small = large;
  while (large - small > 0.05) {
    const middle = (small + large) / 2;
    if (fits(middle)) small = middle;
    else large = middle;
  }
  root.style.setProperty("--letters", `${small * POINT}px`);
  root.classList.remove("panel-paper-size");
  shell.style.removeProperty("width");
  scrollTo(x, y);
}

/** A fuller column gets a wider place, within reason. */
function shares(columns) {
  const full = columns.map((column) => column.querySelector(".panel-entries") ? column.innerText.length : 0);
  const mean = full.reduce((sum, one) => sum + one, 0) / full.length || 1;
  return full.map((one) => `minmax(0, ${Math.min(1.7, Math.max(0.6, one / mean)).toFixed(2)}fr)`).join(" ");
}

addEventListener("beforeprint", fit);
