// What is still needed: the library's own findings, each with a way to where it is mended.

import { h } from "../dom.js";
import { button, details } from "../fields.js";

/** Which screen mends what, by where the finding points. */
const PLACES = [
  [/^\/participants|^\/meeting/, "people"], [/^\/case|^\/agreement|^\/referral/, "family"], [/^\/mapping/, "map"],
  [/^\/scaling/, "scaling"], [/^\/actions/, "actions"], [/^\/outcome|^\/recording/, "outcome"],
];

export const placeOf = (path) => PLACES.find(([pattern]) => pattern.test(path))?.[1];

export function outstanding(app) {
  const { outstanding: { stage, panel, to_reveal: sealed }, words, standing } = app.sitting.now;
  const here = new Set((stage?.findings ?? []).map(key));
  const rest = panel.filter((finding) => !here.has(key(finding)));
  return h("section", { class: "panel-outstanding", "aria-labelledby": "outstanding-heading" },
    h("h2", { class: "govuk-heading-m", id: "outstanding-heading" }, "Still outstanding"),
    stage && h("h3", { class: "govuk-heading-s" }, `Before this stage closes: ${here.size || "nothing"}`),
    stage && list(app, stage.findings, "stage"),
    sealed.map((sitting) => h("p", { class: "govuk-body-s" }, `Numbers not yet shown: ${words.scales.get(sitting.scale)?.prompt ?? sitting.scale}`)),
    panel.length === 0 && h("p", { class: "govuk-body" }, "Nothing. The record is complete."),
    rest.length > 0 && details("outstanding-rest", `${standing === "concluded" ? "After the panel" : "Before the panel closes"}: ${rest.length}`, list(app, rest, "panel")));
}

const key = ({ code, path, subject, message }) => [code, path, subject, message].join(" ");

function list(app, findings, name) {
  return h("ul", { class: "panel-findings" }, findings.map((finding, place) => {
    const screen = placeOf(finding.path);
    const sentence = app.sitting.now.words.plain(finding.message);
    return h("li", { class: `panel-finding panel-finding--${finding.severity}` },
      h("span", { class: "panel-finding__severity" }, finding.severity === "error" ? "Needed" : "To look at"), " ",
      screen ? button(sentence, { class: "panel-link", id: `finding-${name}-${place}`, on: { click: () => app.reach(screen, target(app, finding)) } }) : sentence);
  }));
}

/** The card that a finding is about, where there is one. */
function target(app, { subject, path }) {
  const at = (list, member) => app.sitting.now.record[list]?.[Number(path.split("/")[2])]?.[member];
  const scale = path.startsWith("/scaling/") ? `scale-${at("scaling", "scale")}` : undefined;
  return [subject && `card-${subject}`, scale, `card-${path.slice(1).replaceAll("/", "-")}`].find((id) => id && document.getElementById(id)) ?? `card-${subject ?? path.slice(1).replaceAll("/", "-")}`;
}
