// The map: the columns of the profile, filled as the panel talks.

import { h } from "../dom.js";
import { checkboxes, details, select, textArea, textField } from "../fields.js";
import { form } from "../form.js";
import { entry } from "./entry.js";

export function map(app) {
  const { sitting } = app;
  const { record } = sitting.now;
  const entries = (record.mapping ?? []).filter((one) => !one.withdrawn);
  return h("div", { class: "panel-map", id: "card-mapping", tabindex: "-1" },
    (sitting.profile.columns ?? []).map((column) => h("section", { class: "panel-column", "aria-labelledby": `column-${column.id}` },
      h("h2", { class: "panel-column__heading", id: `column-${column.id}` }, column.heading),
      column.prompt && h("p", { class: "panel-column__prompt" }, column.prompt),
      column.categories.map((category) => {
        const here = entries.filter((one) => one.category === category.id);
        return h("div", { class: "panel-category" },
          h("h3", { class: "panel-category__label" }, category.label, h("span", { class: "panel-count" }, ` ${here.length}`)),
          here.length > 0 && h("ul", { class: "panel-entries" }, here.map((one) => entry(app, one, column))));
      }),
      sitting.may("add_entry") || sitting.may("amend") ? adding(app, column) : null)));
}

function adding(app, column) {
  const { sitting } = app;
  const { record, words } = sitting.now;
  const questions = sitting.questions(column.id);
  const entries = (record.mapping ?? []).filter((one) => !one.withdrawn);
  return h("div", { class: "panel-adding" },
    questions.length > 0 && details(`questions-${column.id}`, `Questions to ask (${questions.length})`,
      h("ul", { class: "panel-questions" }, questions.map((question) => h("li", {}, question.text)))),
    form({
      id: `add-${column.id}`, submit: "Put it on the map", said: `Added under ${column.heading}`, label: `Add under ${column.heading}`,
      fields: (field) => [
        textArea(field({ name: "text", label: "What was said", rows: 3, small: true })),
        h("div", { class: "panel-pair panel-pair--close" },
          select(field({ name: "category", label: "It is", small: true, none: false, options: column.categories.map(({ id, label }) => [id, label]) })),
          select(field({ name: "raised_by", label: "Raised by", small: true, list: true, none: "Not said", options: words.everyone().map(([id]) => [id, words.who(id)]) }))),
        details(`more-${column.id}`, "Say more about it", more(field, words, entries)),
      ],
      send: (given) => sitting.tell({ type: "add_entry", id: sitting.newId("m"), ...shaped(given) }),
    }, app));
}

/** What may be said of an entry beside its words. The library says what fits its category. */
export const more = (field, words, entries, now = {}) => [
  words.people.size > 0 && checkboxes(field({ name: "about", legend: "About", options: [...words.people.keys()].map((id) => [id, words.who(id)]), value: now.about })),
  entries.length > 0 && checkboxes(field({ name: "answers", legend: "It answers", hint: "A goal answers a worry; safety a danger; a next step a goal", options: entries.map(({ id }) => [id, words.entry(id)]), value: now.answers })),
  textArea(field({ name: "evidence", label: "How we know", hint: "Of safety: who did what, when, over how long", rows: 2, small: true, value: now.evidence })),
  h("fieldset", { class: "govuk-fieldset" },
    h("legend", { class: "govuk-fieldset__legend govuk-fieldset__legend--s" }, "Of a danger"),
    select(field({ name: "worried", label: "Who is worried", small: true, none: "Not said", options: words.everyone().map(([id]) => [id, words.who(id)]), value: now.statement?.worried?.[0] })),
    textField(field({ name: "worried_about", label: "Worried about what", small: true, value: now.statement?.about })),
    textField(field({ name: "impact", label: "What it could do", small: true, value: now.statement?.impact }))),
  select(field({ name: "visible_to", label: "Who may see it", small: true, none: false, options: [["everyone", "Everyone"], ["professionals", "Professionals only"]], value: now.visible_to ?? "everyone" })),
];

/** The members of a command from those of the form. */
export function shaped({ worried, worried_about: about, impact, ...given }) {
  const statement = { ...(worried && { worried: [worried] }), ...(about && { about }), ...(impact && { impact }) };
  return Object.keys(statement).length ? { ...given, statement } : given;
}
