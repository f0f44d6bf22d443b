// Between which days someone may be born, of whose birth a day, a year and month, or an estimate is known.

import { addDays, addMonths } from './calendar.js';

export function earliestBirth(person) {
  return aYearOff(person, firstDay(person), -366);
}

export function latestBirth(person) {
  const first = firstDay(person);
  const last =
    first && !person.date_of_birth
      ? addDays(addMonths(first, person.birth.month === undefined ? 12 : 1), -1)
      : first;
  return aYearOff(person, last, 366);
}

function firstDay({ date_of_birth, birth }) {
  if (date_of_birth) return date_of_birth;
  const { year, month = 1 } = birth ?? {};
  if (year === undefined || year < 1 || year > 9999 || month < 1 || month > 12) return undefined;
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-01`;
}

/** An estimate may be a year off, as far as there are days. */
function aYearOff({ birth }, day, days) {
  if (!day || !birth?.estimated) return day;
  const other = addDays(day, days);
  return /^(?!0000)\d{4}-/.test(other) ? other : day;
}
