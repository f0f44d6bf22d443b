// Days as `YYYY-MM-DD`, which compare as text, and the working days of a council.

const DAY = 86_400_000;
const iso = (time) => new Date(time).toISOString().slice(0, 10);
/** Sunday is 0; the first of January 1970 was a Thursday, and seven million days keep it positive. */
const weekday = (time) => (time / DAY + 4 + 7_000_000) % 7;
const isWeekend = (time) => weekday(time) % 6 === 0;

export const addDays = (day, n) => iso(Date.parse(day) + n * DAY);

/** The same day of a later month; where that month is shorter, its last. */
export function addMonths(day, n) {
  const [year, month, date] = day.split('-').map(Number);
  const last = new Date(Date.UTC(year, month + n, 0)).getUTCDate();
  return iso(Date.UTC(year, month - 1 + n, Math.min(date, last)));
}

/** Whole years from a birth to a day; a birthday of 29 February falls on 1 March. */
export function ageOn(birth, day) {
  return (
    Number(day.slice(0, 4)) - Number(birth.slice(0, 4)) - (day.slice(5) < birth.slice(5) ? 1 : 0)
  );
}

function easter(year) {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d =
    (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const e = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - d - (c % 4)) % 7;
  const f = d + e - 7 * Math.floor((a + 11 * d + 22 * e) / 451) + 114;
  return Date.UTC(year, Math.floor(f / 31) - 1, (f % 31) + 1);
}

const firstMonday = (year, month) => {
  const first = Date.UTC(year, month - 1, 1);
  return first + ((8 - weekday(first)) % 7) * DAY;
};
const lastMonday = (year, month) => {
  const last = Date.UTC(year, month, 0);
  return last - ((weekday(last) + 6) % 7) * DAY;
};

/** Days that were moved or added by proclamation, from the government's lists. */
const MOVED = {
  2020: { may: '2020-05-08' },
  2012: { spring: '2012-06-04' },
  2022: { spring: '2022-06-02' },
};
const ADDED = ['2011-04-29', '2012-06-05', '2022-06-03', '2022-09-19', '2023-05-08'].map((day) =>
  Date.parse(day),
);

/** The bank holidays of England and Wales in a year, as times; one on a weekend is kept on the next working day. */
function bankHolidays(year) {
  const { may, spring } = MOVED[year] ?? {};
  const good = easter(year);
  const days = new Set([
    good - 2 * DAY,
    good + DAY,
    may ? Date.parse(may) : firstMonday(year, 5),
    spring ? Date.parse(spring) : lastMonday(year, 5),
    lastMonday(year, 8),
  ]);
  for (let day of [Date.UTC(year, 0, 1), Date.UTC(year, 11, 25), Date.UTC(year, 11, 26)]) {
    while (isWeekend(day) || days.has(day)) day += DAY;
    days.add(day);
  }
  ADDED.forEach((day) => days.add(day));
  return days;
}

/** The arithmetic of days that depends on when a council is closed. The bank holidays of Scotland and Northern Ireland are left out. */
export function calendarOf({
  bank_holidays = 'england_and_wales',
  extra_closures = [],
  extra_openings = [],
} = {}) {
  if (!['england_and_wales', 'none'].includes(bank_holidays))
    throw new Error(`the bank holidays of ${bank_holidays} are left out`);
  const closures = new Set(extra_closures.map((day) => Date.parse(day)));
  const openings = new Set(extra_openings.map((day) => Date.parse(day)));
  const years = new Map();
  const isHoliday = (time) => {
    if (bank_holidays === 'none') return false;
    const year = new Date(time).getUTCFullYear();
    if (!years.has(year)) years.set(year, bankHolidays(year));
    return years.get(year).has(time);
  };

  function addWorkingDays(day, n) {
    let time = Date.parse(day);
    for (let left = n; left > 0;) {
      time += DAY;
      const isClosed = isWeekend(time) || isHoliday(time) || closures.has(time);
      if (!isClosed || openings.has(time)) left -= 1;
    }
    return iso(time);
  }

  /** The day that a length of time from another comes to. */
  return function after(day, { days, weeks, months, working_days, hours }) {
    if (working_days !== undefined) return addWorkingDays(day, working_days);
    if (months !== undefined) return addMonths(day, months);
    return addDays(day, days ?? (weeks !== undefined ? 7 * weeks : Math.ceil(hours / 24)));
  };
}
