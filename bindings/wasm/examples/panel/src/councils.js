// The profiles to choose from: those that come with the library, and the council's own that were read here.

import { Profile, profiles } from './library.js';
import { keepProfiles, savedProfiles } from './storage.js';

let own;

function owned() {
  own ??= savedProfiles().flatMap((text) => {
    try {
      return [Profile.fromJson(text)];
    } catch {
      return [];
    }
  });
  return own;
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
export function addCouncil(text, name) {
  const profile = /\.toml$/iu.test(name) ? Profile.fromToml(text) : Profile.fromJson(text);
  own = [profile, ...owned().filter((other) => named(other) !== named(profile))];
  keepProfiles(own.map((one) => one.toJson()));
  return ownKey(profile);
}

/** The council's own profile that a record names; for any other the library looks among its own. */
export function councilOf(record) {
  const { id, version } = record.toObject().profile;
  return owned().find((profile) => named(profile) === `${id} ${version}`);
}
