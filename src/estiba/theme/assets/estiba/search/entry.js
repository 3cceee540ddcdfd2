/**
 * The search's first step: knows when somebody is about to search, and fetches the rest then.
 *
 * One listener a kind of event for the whole document, so that it works with Material's
 * instant navigation and without it.
 */

import { box, closeDialog, isOpen, openDialog } from "./dialog.js";

const BOX = ".md-search__input";
const HOME = ".estiba-home-search";
const SEARCH = `.md-search, .estiba-search-open, ${HOME}`;
const STATE = /[?&](?:q|tag|folder|example)=/;

/** @type {Promise<import("./search.js")> | undefined} */
let loading;

/** @returns {Promise<import("./search.js")>} the search; a failure is tried again at the next call */
function load() {
  const { classList } = document.documentElement;
  loading ??= import("./search.js").catch((error) => {
    loading = undefined;
    classList.add("estiba-search-broken");
    throw error;
  });
  loading.then(() => classList.remove("estiba-search-broken"), () => {});
  return loading;
}

/**
 * @param {(search: import("./search.js")) => void} act
 */
function withSearch(act) {
  load().then(act, () => {});
}

/** Open the dialog with what the address says, else with what was searched last. */
function open() {
  const isNew = openDialog();
  withSearch((search) => search.begin(isNew));
}

/**
 * Open the dialog with a text.
 *
 * @param {string} text
 */
function searchFor(text) {
  if (box.value !== text) box.value = text;
  openDialog();
  withSearch((search) => search.type());
}

function close() {
  closeDialog();
  withSearch((search) => search.left());
}

/**
 * @param {EventTarget | null} target
 * @param {string} selector
 * @returns {Element | null}
 */
function within(target, selector) {
  return target instanceof Element ? target.closest(selector) : null;
}

/**
 * @param {EventTarget | null} target
 * @returns {boolean} whether keys are text here
 */
function isField(target) {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.matches("input:not([type=radio], [type=checkbox]), textarea, select"))
  );
}

/**
 * @param {KeyboardEvent} event
 * @returns {boolean} whether the keys ask for the search
 */
function isShortcut(event) {
  if (event.altKey) return false;
  if (event.ctrlKey || event.metaKey) return event.key.toLowerCase() === "k" && !event.shiftKey;
  return ["/", "s", "f"].includes(event.key) && !isOpen() && !isField(event.target);
}

/**
 * @param {MouseEvent} event
 * @returns {string} where a link within this page leads that holds a search; empty for other clicks
 */
function searchLink(event) {
  const link = within(event.target, "a[href]");
  if (!(link instanceof HTMLAnchorElement) || link.target || event.ctrlKey || event.metaKey || event.shiftKey) return "";
  const isHere = link.origin + link.pathname === location.origin + location.pathname;
  return isHere && STATE.test(link.search) ? link.href : "";
}

for (const type of ["pointerover", "focusin"]) {
  document.addEventListener(type, (event) => {
    if (within(event.target, SEARCH)) withSearch((search) => search.prepare());
  });
}

document.addEventListener("keydown", (event) => {
  if (event.defaultPrevented || event.isComposing) return;
  if (event.key === "Escape" && isOpen()) {
    event.preventDefault();
    close();
  } else if (isShortcut(event)) {
    event.preventDefault();
    open();
    box.focus();
  }
});

document.addEventListener("click", (event) => {
  if (within(event.target, `${BOX}, .estiba-search-open`)) open();
  if (within(event.target, ".md-search__overlay, .estiba-search__close")) close();
});

document.addEventListener(
  "click",
  (event) => {
    const address = searchLink(event);
    if (!address) return;
    event.preventDefault();
    event.stopPropagation();
    history.pushState(null, "", address);
    open();
  },
  { capture: true }, // before Material's instant navigation
);

document.addEventListener("input", (event) => {
  const field = event.target;
  if (field instanceof HTMLInputElement && field.matches(`${BOX}, ${HOME} input`)) searchFor(field.value);
});

document.addEventListener("submit", (event) => {
  if (within(event.target, ".md-search__form")) {
    event.preventDefault();
    withSearch((search) => search.submit());
  }
  const form = within(event.target, HOME);
  if (!form) return;
  event.preventDefault();
  searchFor(form.querySelector("input")?.value ?? "");
});

window.addEventListener("popstate", () => {
  if (loading || STATE.test(location.search)) withSearch((search) => search.follow());
});

if (STATE.test(location.search)) open();
