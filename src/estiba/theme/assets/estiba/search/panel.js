/** What stands below the box: what was chosen, the facets, a line that says how it goes, the results. */

import { box } from "./dialog.js";
import { button, element, link } from "./dom.js";
import { isNarrowed, toggleExample, toggleFolder, toggleTag } from "./state.js";
import { count, overviews, text } from "./texts.js";

/**
 * @param {string} name
 * @returns {HTMLElement}
 */
function part(name) {
  return /** @type {HTMLElement} */ (document.querySelector(`.md-search .${name}`));
}

export const facets = part("estiba-facets");
const chosen = part("estiba-search__chosen");
const fold = part("estiba-search__fold");
const status = part("md-search-result__meta");
const hint = part("estiba-search__hint");
const groups = part("estiba-search__groups");
const scroller = part("md-search__scrollwrap");

/** How long a search may take until the reader is told to wait, in milliseconds. */
const PATIENCE = 300;
let waiting = 0;

/**
 * @param {string} said
 * @param {...Node} help
 */
function say(said, ...help) {
  window.clearTimeout(waiting);
  waiting = 0;
  if (status.textContent !== said) status.textContent = said;
  hint.replaceChildren(...help);
}

/** @returns {HTMLAnchorElement[]} to the pages that list the whole vault */
function links() {
  return overviews.map(({ url, title }) => link("estiba-search__link", url, title));
}

/** @returns {boolean} */
export function hasResults() {
  return groups.childElementCount > 0;
}

/**
 * Show other results; a result that had the focus keeps it, else the box gets it.
 *
 * @param {...HTMLElement} found
 */
function replaceResults(...found) {
  const focused = groups.contains(document.activeElement) ? document.activeElement : null;
  groups.replaceChildren(...found);
  if (!focused) return;
  const href = focused.getAttribute("href");
  const same = [...groups.querySelectorAll("a")].find((one) => one.getAttribute("href") === href);
  (same ?? box).focus();
}

/** Nothing is searched for. */
export function showPrompt() {
  replaceResults();
  say(text("prompt"), ...links());
}

/** A search is under way; what was found before stays until it is done. */
export function showWaiting() {
  waiting ||= window.setTimeout(() => say(text("preparing")), PATIENCE);
}

/**
 * @param {HTMLElement[]} found groups of results
 * @param {number} total how many results they hold
 */
export function showResults(found, total) {
  replaceResults(...found);
  scroller.scrollTop = 0;
  say(count("found", total));
}

/**
 * @param {HTMLElement[]} more groups, below those that are shown
 * @param {number} total
 */
export function addResults(more, total) {
  groups.append(...more);
  say(count("found", total));
}

/**
 * @param {(() => void) | null} widen takes all facets back; null where none was chosen
 */
export function showNothing(widen) {
  replaceResults();
  if (widen) say(text("none-narrowed"), button("estiba-search__help", widen, text("widen")), ...links());
  else say(text("none"), ...links());
}

/**
 * @param {() => void} retry
 */
export function showFailure(retry) {
  replaceResults();
  say(text(navigator.onLine ? "failed" : "offline"), button("estiba-search__help", retry, text("retry")));
}

/**
 * Show which facets were chosen, each with a way to take it off.
 *
 * @param {import("./state.js").SearchState} state
 * @param {import("./vocabulary.js").Vocabulary | undefined} vocabulary
 * @param {(change: import("./state.js").Change) => void} choose
 */
export function showChosen(state, vocabulary, choose) {
  /** @type {[string, import("./state.js").Change][]} */
  const facetsOf = state.tags.map((slug) => [vocabulary?.tagLabel(slug) ?? slug, toggleTag(slug)]);
  const { folder } = state;
  if (folder) facetsOf.push([vocabulary?.folderLabel(folder) ?? folder, toggleFolder(folder)]);
  if (state.example) facetsOf.push([text("example"), toggleExample]);
  chosen.replaceChildren(
    ...facetsOf.map(([name, change]) => {
      const made = button("estiba-tag estiba-tag--chosen", () => choose(change), name);
      made.setAttribute("aria-label", text("remove", { name }));
      return element("li", "", made);
    }),
  );
  chosen.hidden = !isNarrowed(state);
}

/**
 * Let the facets be folded into a line, as narrow screens show them.
 *
 * @param {() => void} fill called when they unfold
 */
export function watchFold(fill) {
  fold.addEventListener("click", () => {
    const isUnfolded = fold.getAttribute("aria-expanded") !== "true";
    fold.setAttribute("aria-expanded", String(isUnfolded));
    if (isUnfolded) fill();
  });
}
