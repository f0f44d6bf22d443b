// SP501 to SP512: the scaling questions.

import { attended, isFamily, isOwn } from './panel.js';
import { isBlank } from './texts.js';

/** Numbers have at most six places, so in millionths they are whole and compare exactly. */
const exact = (value) => Math.round(value * 1e6);
const instant = (text) => Date.parse(text.toUpperCase());
const isAsked = ({ ratings, abstentions }) => Boolean(ratings?.length || abstentions?.length);
const isOfReferrerAlone = ({ asked_of }) => asked_of?.length === 1 && asked_of[0] === 'referrer';

export function askScaling(panel, add) {
  if (!panel.isRunning) return;
  const seen = new Set();
  panel.scaling.forEach((sitting, i) => {
    const { scale, round = '', about = '' } = sitting;
    const key = JSON.stringify([scale, round, about]);
    if (seen.has(key)) add('SP511', `/scaling/${i}`, scale);
    seen.add(key);
    numbers(panel, sitting, i, add);
    if (panel.isConcluded) meaning(panel, sitting, i, add);
  });
  if (panel.isConcluded) neverAsked(panel, add);
}

function numbers({ participantOf, scaleOf }, sitting, i, add) {
  const { ratings, abstentions, revealed_at } = sitting;
  const scale = scaleOf(sitting);
  const revealed = scale?.independent && revealed_at && instant(revealed_at);
  const wasAway = (id) => participantOf.has(id) && !attended(participantOf.get(id));
  const owners = new Set();
  ratings?.forEach((rating, j) => {
    const { by, value, at, amended } = rating;
    const path = `/scaling/${i}/ratings/${j}`;
    if (
      scale &&
      (value < scale.min ||
        value > scale.max ||
        (exact(value) - exact(scale.min)) % exact(scale.step) !== 0)
    )
      add('SP501', `${path}/value`, by);
    if (wasAway(by)) add('SP512', `${path}/by`, by);
    if (!isOwn(rating)) return;
    if (owners.has(by)) add('SP505', path, by);
    owners.add(by);
    if (
      revealed &&
      ((at && instant(at) > revealed) || amended?.some((one) => instant(one.at) > revealed))
    )
      add('SP507', `${path}/at`, by);
  });
  abstentions?.forEach(
    ({ by }, j) => wasAway(by) && add('SP512', `/scaling/${i}/abstentions/${j}/by`, by),
  );
}

const isChild = ({ personOf }, one) =>
  one.kind === 'child' || personOf.get(one.person)?.kind === 'child';

/** Whether a word of an audience means parents or children: a seat that is called so was there before these words. */
const isGroup = ({ council }, who) =>
  (who === 'parents' || who === 'children') && !council.seats?.has(who);

/** Whether someone belongs to those who are asked. */
function isAskedOf(asked, one, panel) {
  const { council, meeting, referral, personOf, holds } = panel;
  return asked.some((who) => {
    if (isGroup(panel, who)) {
      if (who === 'children') return isChild(panel, one);
      return isFamily(one) && ['parent', 'carer'].includes(personOf.get(one.person)?.kind);
    }
    if (who === 'everyone') return one.kind !== 'business_support' && one.kind !== 'advocate';
    if (who === 'professionals') return one.kind === 'professional';
    if (who === 'family') return isFamily(one);
    if (who === 'core') return council.coreSeats.some(({ id }) => holds(one, id));
    if (who === 'referrer') return one.id === referral.referrer;
    if (who === 'chair') return one.id === meeting.chair;
    return holds(one, who);
  });
}

function meaning(panel, sitting, i, add) {
  const scale = panel.scaleOf(sitting);
  if (!scale) return;
  const { ratings = [], abstentions = [] } = sitting;
  const own = ratings.filter(isOwn);
  const asked = scale.asked_of;
  if (asked?.length && isAsked(sitting)) {
    const answered = new Set([...own, ...abstentions].map(({ by }) => by));
    const came = panel.participants.filter(attended);
    for (const group of scale.together ?? []) {
      let members = came.filter((one) => isAskedOf([group], one, panel));
      // One answer is that of all; without any, the first grown-up is told of. Of a child no one asks one.
      if (!members.some(({ id }) => answered.has(id))) {
        const first = members.find((one) => !isChild(panel, one));
        members = members.filter((one) => one !== first);
      }
      members.forEach(({ id }) => answered.add(id));
    }
    for (const one of came) {
      if (!answered.has(one.id) && !isChild(panel, one) && isAskedOf(asked, one, panel))
        add('SP503', `/scaling/${i}`, one.id);
    }
  }
  if (own.length === 0) return;
  // How far a number is from the worried end: nearest is lowest, whichever way the scale runs.
  const end = exact(scale.higher_is === 'worse' ? scale.max : scale.min);
  const distances = own.map(({ value }) =>
    scale.higher_is === 'worse' ? end - exact(value) : exact(value) - end,
  );
  const lowest = Math.min(...distances);
  let isReasoned = true;
  let next = Infinity;
  let lows = 0;
  ratings.forEach((rating, j) => {
    if (!isOwn(rating)) return;
    const distance = distances[own.indexOf(rating)];
    if (distance === lowest) {
      lows += 1;
      if (isBlank(rating.reason)) {
        isReasoned = false;
        add('SP504', `/scaling/${i}/ratings/${j}/reason`, rating.by);
      }
    } else next = Math.min(next, distance);
    if (
      scale.near_worried_end !== undefined &&
      Math.abs(distance) <= exact(scale.near_worried_end) &&
      !panel.isReasoned
    ) {
      add('SP509', `/scaling/${i}/ratings/${j}/value`, rating.by);
    }
  });
  if (scale.wide_range === undefined) return;
  const wide = exact(scale.wide_range);
  const isWide =
    Math.max(...distances) - lowest >= wide ||
    (own.length >= 3 && lows === 1 && 2 * (next - lowest) >= wide);
  const isOnRecord = panel.outcome.dissent?.length || (isReasoned && panel.isReasoned);
  if (isWide && !isOnRecord) add('SP508', `/scaling/${i}`, sitting.scale);
}

/** Whether a scale is for parents or children alone, and none of them came. */
const isForOthers = (panel, { asked_of }) =>
  asked_of?.length > 0 &&
  asked_of.every((who) => isGroup(panel, who)) &&
  !panel.participants.some((one) => attended(one) && isAskedOf(asked_of, one, panel));

function neverAsked(panel, add) {
  const { profile, record, referral, mapping, scaling } = panel;
  const subjects = {
    entry: mapping.filter(({ category, withdrawn }) => category === 'future_danger' && !withdrawn),
    each_child: (record.case.people ?? []).filter(({ kind }) => kind === 'child'),
  };
  const wasAsked = (scale, round, about) =>
    scaling.some(
      (one) =>
        one.scale === scale &&
        (round === undefined || one.round === round) &&
        (about === undefined || one.about === about) &&
        isAsked(one),
    );
  if (referral.scale && !wasAsked('referrer')) add('SP510', '/scaling', 'referrer');
  for (const scale of profile.scales ?? []) {
    const code = isOfReferrerAlone(scale) ? 'SP510' : 'SP502';
    if (code === 'SP502' && isForOthers(panel, scale)) continue;
    for (const { id } of subjects[scale.subject] ?? [{}]) {
      for (const round of scale.rounds ?? (code === 'SP502' ? [undefined] : []))
        if (!wasAsked(scale.id, round, id)) add(code, '/scaling', scale.id);
    }
  }
}
