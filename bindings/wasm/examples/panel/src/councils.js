// The profiles to choose from: those that come with the library, and the council's own that were read here.

import { localRulesModule } from './embedded.js';
import { initLocalRules, Profile, profiles } from './library.js';
import { keepProfiles, savedProfiles } from './storage.js';

let own;
/** Texts that are kept and cannot be read; they stay kept. */
let unread = [];

function owned() {
  if (own) return own;
  [own, unread] = [[], []];
  for (const text of savedProfiles()) {
    try {
      own.push(Profile.fromJson(text));
    } catch {
      unread.push(text);
    }
  }
  return own;
}

/** Reads the kept profiles anew when they are next asked for: another window has written. */
export function forgetRead() {
  own = undefined;
}

/** Fetches what asks rules of a council's own, where a profile that is kept here has some. */
export async function loadLocalRules() {
  const wanted = owned().some((profile) => profile.toObject().local_rules?.length > 0);
  if (wanted) await initLocalRules(await localRulesModule());
}

const named = (profile) => {
  const { id, version } = profile.toObject();
  return `${id} ${version}`;
};

const ownKey = (profile) => `own ${named(profile)}`;

let shipped;

const listed = (all, own) =>
  all.map((profile) => ({
    ...profile.toObject(),
    key: own ? ownKey(profile) : profile.toObject().id,
    profile,
    own,
  }));

/** All of them, those of the library first. */
export const councils = () => [
  ...(shipped ??= listed(profiles(), false)),
  ...listed(owned(), true),
];

/** Reads a council's file, TOML by its name or else JSON; throws what the library throws. Gives the key to choose it by. */
export async function addCouncil(text, name) {
  const profile = /\.toml$/iu.test(name) ? Profile.fromToml(text) : Profile.fromJson(text);
  own = [profile, ...owned().filter((other) => named(other) !== named(profile))];
  keepProfiles([...own.map((one) => one.toJson()), ...unread]);
  await loadLocalRules();
  return ownKey(profile);
}

/** The council's own profile that a record names; for any other the library looks among its own. */
export function councilOf(record) {
  const { id, version } = record.toObject().profile;
  return owned().find((profile) => named(profile) === `${id} ${version}`);
}
