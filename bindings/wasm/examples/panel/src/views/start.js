// Where a sitting begins: from a referral, a file, the example, or where this browser left off.

import { forgetAll, h, say } from "../dom.js";
import { button, details } from "../fields.js";
import { Sitting } from "../sitting.js";
import { forgetSitting } from "../storage.js";

export function start(app) {
  const { sitting } = app;
  const page = h("div", { class: "panel-shell" },
    h("header", { class: "panel-header" }, h("div", { class: "panel-header__row" }, h("p", { class: "panel-header__name" }, "Support panel", h("span", {}, "One table, one map, one plan")))),
    h("main", { id: "main", tabindex: "-1", class: "panel-main panel-start" },
      h("h1", { class: "govuk-heading-xl" }, "Hold a panel"),
      app.trouble && h("div", { class: "govuk-error-summary", role: "alert", id: "trouble", tabindex: "-1" },
        h("h2", { class: "govuk-error-summary__title" }, "There is a problem"), h("p", { class: "govuk-body" }, app.trouble)),
      sitting ? resume(app, sitting) : h("div", { class: "panel-pair" },
        card("New panel", "Fill in the referral form and the mapping template.", h("a", { class: "govuk-button", role: "button", href: "#referral", id: "new" }, "Start a referral")),
        card("Open a file", "A record (JSON), or the journal of a sitting (NDJSON).", h("div", { class: "govuk-form-group" },
          h("label", { class: "govuk-label", for: "file" }, "File"),
          h("input", { class: "govuk-file-upload", type: "file", id: "file", accept: ".json,.ndjson", on: { change: ({ target }) => opened(app, target.files[0]) } }))),
        card("Try the example", "A fictional family in Leicester: the referral is in, the panel is about to sit.", button("Open the example", { kind: "secondary", id: "example", on: { click: () => openText(app, app.example) } }))),
      h("p", { class: "govuk-body panel-quiet" }, "Nothing leaves this computer. A sitting is kept in this browser after each step, until you forget it.")));
  return [page, "Support panel"];
}

/** A kept sitting is never written over: another begins once it has been forgotten. */
const resume = (app, sitting) => h("section", { class: "panel-card panel-card--first", "aria-labelledby": "resume-heading" },
  h("h2", { class: "govuk-heading-m", id: "resume-heading" }, `Go on with ${sitting.now.record.case.reference}`),
  h("p", { class: "govuk-body" }, `${sitting.now.events.length} steps are kept in this browser.`, sitting.lost && " The last one was cut short and is lost."),
  button("Go on", { id: "resume", on: { click: () => app.go("people") } }),
  details("forget-details", "Begin another panel", h("p", { class: "govuk-body" }, "First save the journal of this one under Minutes, if it may still be needed. Then forget it here."),
    button("Forget this sitting", { kind: "warning", id: "forget", on: { click: () => forget(app) } })));

const card = (title, words, ...rest) => h("section", { class: "panel-card" }, h("h2", { class: "govuk-heading-m" }, title), h("p", { class: "govuk-body" }, words), rest);

async function opened(app, file) {
  if (file) openText(app, await file.text());
}

function openText(app, text) {
  try {
    app.trouble = null;
    const sitting = Sitting.fromText(text);
    forgetAll();
    sitting.view = {};
    app.open(sitting);
  } catch (error) {
    if (error.code === undefined) throw error;
    app.trouble = `The file could not be opened${error.line ? `, line ${error.line}` : ""}: ${error.message}`;
    app.redraw();
    document.getElementById("trouble").focus();
  }
}

function forget(app) {
  forgetSitting();
  forgetAll();
  app.sitting = null;
  app.redraw();
  document.getElementById("main").focus();
  say("The sitting is forgotten");
}
