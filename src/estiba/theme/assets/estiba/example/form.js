/**
 * The fields of an example: what is typed stands in its code at once, and so in what is copied and
 * downloaded. Nothing is sent anywhere. The listeners are the document's, for Material's instant navigation.
 */

import { generate, read } from "./controls.js";
import { envFile } from "./env.js";
import { changesOf } from "./fill.js";
import { keep, kept } from "./kept.js";
import { paint, paintingOf } from "./painting.js";

/**
 * @typedef {{variable: import("./fill.js").Variable, field: HTMLInputElement, element: Element}} Row
 * @typedef {{root: Element, code: Element, env: HTMLElement, plan: import("./fill.js").Plan, rows: Row[],
 *   painting: import("./painting.js").Painting, isChanged: boolean}} Form with a row for each variable
 */

const ZONES = "estiba-zones";

/** @type {WeakMap<Element, Form>} */
const forms = new WeakMap();

/** @returns {Form[]} those of the page */
const all = () => [...document.querySelectorAll(".estiba-fill")].map(formOf);

/**
 * @param {ParentNode} root
 * @param {string} selector
 * @returns {any} what is there for sure
 */
const find = (root, selector) => root.querySelector(selector);

/**
 * @param {Element} root
 * @returns {Form}
 */
function formOf(root) {
  const known = forms.get(root);
  if (known) return known;
  const code = find(/** @type {Element} */ (root.closest(".estiba-example")), "pre code");
  const plan = JSON.parse(find(root, ".estiba-fill__plan").content.textContent);
  const rows = [...root.querySelectorAll(".estiba-fill__row")].map((element, at) => {
    const field = find(element, ".estiba-fill__field");
    if (plan.variables[at].control === "zone") field.setAttribute("list", ZONES);
    return { variable: plan.variables[at], field, element };
  });
  for (const one of root.querySelectorAll("[hidden]")) one.removeAttribute("hidden");
  const env = find(root, ".estiba-fill__env");
  const form = { root, code, env, plan, rows, painting: paintingOf(code), isChanged: false };
  forms.set(root, form);
  return form;
}

/** @param {Row} row */
const reading = ({ variable, field }) => read(variable, field.value);

/**
 * Show in the code what the fields hold.
 *
 * @param {Form} form
 */
function update(form) {
  const { root, env, plan, painting, rows } = form;
  const isApart = find(root, "[value=env]").checked;
  const values = rows.map((row) => reading(row).value);
  const texts = values.map((value, at) => (isApart ? rows[at].variable.reference : value?.replaceAll("$", "$$$$")));
  const changes = changesOf(painting.text, plan, texts);
  const show = (/** @type {import("./fill.js").Run} */ { text, variable }) => {
    if (variable === undefined) return new Text(text);
    const shown = document.createElement("span");
    shown.className = `estiba-filled estiba-filled--${rows[variable].field.type}`;
    shown.textContent = text;
    return shown;
  };
  paint(painting, changes, show);
  form.isChanged = changes.length > 0;
  env.hidden = !isApart;
  find(env, "code").replaceChildren(...envFile(plan.variables, values).map(show));
  for (const { variable, field, element } of rows) {
    if (field.matches("textarea")) Object.assign(field, { rows: field.value.split("\n").length });
    element.toggleAttribute("hidden", !isApart && Boolean(variable.isUnplaced));
  }
}

/**
 * Say beside a field that its value is refused, or something else.
 *
 * @param {Row} row
 * @param {string} [text]
 */
function judge(row, text = "") {
  const { field, element } = row;
  const { isRefused = false } = reading(row);
  field.ariaInvalid = String(isRefused);
  find(element, ".estiba-fill__note").textContent = isRefused ? field.dataset.estibaRefused : text;
}

/**
 * Fill in what is kept, and show whether anything is.
 *
 * @param {Form} form
 */
function recall(form) {
  const values = kept();
  find(form.root, "[type=checkbox]").checked = values !== undefined;
  for (const { variable, field } of form.rows) {
    const value = values?.get(variable.name) ?? "";
    if (variable.control !== "secret" && read(variable, value).value) field.value = value;
  }
  update(form);
}

/**
 * Keep what fields hold, if that is wanted, and fill it in wherever else it is asked for.
 *
 * @param {Row[]} rows
 */
function remember(rows) {
  const values = kept();
  for (const row of values ? rows : []) {
    const { name, control } = row.variable;
    const { value } = reading(row);
    if (value === undefined) values?.delete(name);
    else if (control !== "secret") values?.set(name, value);
  }
  keep(values);
  all().forEach(recall);
}

/**
 * @param {string | null} text
 * @param {string} name of the file that it becomes
 */
function save(text, name) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text ?? ""], { type: "application/octet-stream" }));
  link.download = name;
  link.click();
  setTimeout(URL.revokeObjectURL, 1000, link.href);
}

/** @type {Record<string, (form: Form, row: Row, button: any) => void>} what the buttons of a form do */
const BUTTONS = {
  show(form, { field }, button) {
    field.type = field.type === "password" ? "text" : "password";
    button.ariaPressed = String(field.type === "text");
    update(form);
  },
  generate(form, row, button) {
    row.field.value = generate();
    judge(row, button.dataset.estibaSaid);
    update(form);
  },
  clear({ root, rows }) {
    find(root, "[value=file]").checked = true;
    for (const row of rows) {
      row.field.value = "";
      judge(row);
    }
    remember(rows);
  },
  save: ({ env }) => save(find(env, "code").textContent, ".env"),
};

/**
 * @param {string} type of event
 * @param {(target: any, form: Form, row: Row, event: Event) => void} act if it happens within an example with a
 *   form; `row` is that of its target, if it is in one
 */
function on(type, act) {
  document.addEventListener(type, (event) => {
    const target = event.target instanceof Element && event.target;
    const root = target && target.closest(".estiba-example:not(.estiba-fill__env)")?.querySelector(".estiba-fill");
    if (!root) return;
    const form = formOf(root);
    act(target, form, /** @type {Row} */ (form.rows.find(({ element }) => element.contains(target))), event);
  });
}

on("click", (target, form, row, event) => {
  const button = target.closest("a, button");
  BUTTONS[button?.dataset.estibaDoes]?.(form, row, button);
  if (!form.isChanged || !/^compose/.test(button?.download)) return;
  event.preventDefault();
  save(form.code.textContent, button.download);
});

on("input", (_, form, row) => {
  if (row && !reading(row).isRefused) judge(row); // what is not right yet may become so
  update(form);
});

on("change", ({ type, checked }, _, row) => {
  if (type === "checkbox") {
    keep(checked ? new Map() : undefined);
    remember(all().flatMap(({ rows }) => rows.filter(({ field }) => field.value)));
  } else if (row) {
    judge(row);
    remember([row]);
  }
});

on("focusin", (target) => {
  if (target.list !== null || target.getAttribute("list") !== ZONES || !Intl.supportedValuesOf) return;
  const list = document.createElement("datalist");
  list.id = ZONES;
  list.append(...Intl.supportedValuesOf("timeZone").map((zone) => new Option(zone)));
  document.body.append(list);
});

const show = () => all().forEach(recall);
const pages = /** @type {any} */ (window).document$;
if (pages) pages.subscribe(show);
else show();
