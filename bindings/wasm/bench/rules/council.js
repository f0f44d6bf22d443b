// A council's profile, looked over once: what every record is then held against.

import { calendarOf } from './calendar.js';
import { plainLanguage } from './texts.js';

const SEVERITIES = {
  error:
    'SP101 SP102 SP103 SP104 SP106 SP108 SP201 SP203 SP206 SP211 SP501 SP505 SP507 SP511 SP601 SP602 SP605 SP611 SP612 SP701 SP710 SP802',
  warning: `SP105 SP107 SP109 SP110 SP111 SP112 SP202 SP204 SP207 SP208 SP209 SP210 SP212 SP214 SP215 SP301 SP302 SP306 SP401 SP402 SP403 SP410
    SP502 SP503 SP504 SP508 SP509 SP510 SP512 SP603 SP604 SP606 SP608 SP609 SP610 SP702 SP703 SP704 SP705 SP706 SP708 SP801 SP803 SP804`,
  advice:
    'SP205 SP213 SP303 SP304 SP305 SP404 SP405 SP406 SP407 SP408 SP409 SP607 SP613 SP707 SP709',
};
const DEFAULTS = Object.entries(SEVERITIES).flatMap(([severity, codes]) =>
  codes.split(/\s+/).map((code) => [code, severity]),
);
export const RULES = DEFAULTS.length;

const byId = (list) => (list?.length ? new Map(list.map((item) => [item.id, item])) : null);

export function prepared(profile) {
  const rules = profile.rules ?? {};
  const severities = Object.fromEntries(
    DEFAULTS.map(([code, severity]) => [
      code,
      rules[code] === 'off' ? 'off' : (rules[code]?.severity ?? severity),
    ]),
  );
  const agenda = profile.agenda ?? [];
  const columns = profile.columns ?? [];
  return {
    profile,
    severities,
    over: rules.SP303?.over ?? 0.25,
    untilAge: rules.SP611?.until_age ?? 16,
    statuses: byId(profile.statuses),
    seats: byId(profile.seats),
    coreSeats: (profile.seats ?? []).filter((seat) => seat.core),
    stages: agenda.length
      ? new Map(agenda.map((stage, place) => [stage.id, { ...stage, place }]))
      : null,
    scales: byId(profile.scales),
    decisions: byId(profile.decisions),
    categories: columns.length
      ? new Set(columns.flatMap((column) => column.categories?.map(({ id }) => id) ?? []))
      : null,
    unplain: plainLanguage(profile.plain_language ?? []),
    calendar: calendarOf(profile.calendar),
  };
}
