/** The search: one state, which the box, the facets and the address share. */

import { read, write } from "./address.js";
import { box, closeDialog, isOpen, openDialog, reachable, watchClosing } from "./dialog.js";
import { Finder } from "./finder.js";
import { hasResults, showChosen, watchFold } from "./panel.js";
import { mayHaveTags, takeTags } from "./query.js";
import { addTags, isEmpty, isNarrowed, NOTHING } from "./state.js";
import { loadVocabulary } from "./vocabulary.js";
import "./keyboard.js";

/**
 * @typedef {import("./state.js").SearchState} SearchState
 * @typedef {import("./state.js").Change} Change
 */

/** How long the reader must pause for a search to begin, in milliseconds. */
const PAUSE = 50;

/** @type {SearchState} */
let state = NOTHING;

const finder = new Finder((choice) => change(choice(state), "push"));

/** Fetch what every search needs. */
export function prepare() {
  finder.prepare();
}

/**
 * Begin in the open dialog with what the address says, else with what was searched last.
 *
 * @param {boolean} isNew whether the dialog was closed until now
 */
export function begin(isNew) {
  if (!isEmpty(read())) follow();
  else if (isNew) change({ ...state, text: box.value }, "replace");
}

/** Show what the address says; close the dialog where it says nothing. */
export function follow() {
  const wanted = read();
  if (isEmpty(wanted)) closeDialog();
  else openDialog();
  if (JSON.stringify(wanted) === JSON.stringify({ ...state, text: state.text.trim() }) && hasResults()) return;
  box.value = wanted.text;
  change(wanted, null);
}

/** Take what is typed for finished: a tag in it is chosen, else the first result opens. */
export async function submit() {
  if (await type(true)) return;
  await finder.settled();
  reachable(".md-search-result__link")[0]?.click();
}

/** The reader has closed the dialog: nothing of the search stays in the address. */
export function left() {
  write(NOTHING, "replace");
}

/**
 * Search for what stands in the box.
 *
 * @param {boolean} [isDone] whether the reader has finished writing
 * @returns {Promise<boolean>} whether a tag was taken out of it
 */
export async function type(isDone = false) {
  const typed = box.value;
  const vocabulary = mayHaveTags(typed) ? await loadVocabulary().catch(() => undefined) : undefined;
  if (box.value !== typed) return false;
  const { text, tags } = vocabulary ? takeTags(typed, vocabulary, isDone) : { text: typed, tags: [] };
  if (tags.length) {
    box.value = text;
    change({ ...addTags(tags)(state), text }, "push");
  } else if (text !== state.text) change({ ...state, text }, "replace", PAUSE);
  return tags.length > 0;
}

/**
 * @param {SearchState} next
 * @param {"push" | "replace" | null} how the address is written; null where it says so already
 * @param {number} [pause] until the search begins, in milliseconds
 */
function change(next, how, pause = 0) {
  state = next;
  if (how) write(state, how);
  finder.search(state, pause);
  showChosen(state, undefined, takeBack);
  if (!isNarrowed(state)) return;
  loadVocabulary().then(
    (vocabulary) => state === next && showChosen(state, vocabulary, takeBack),
    () => {},
  );
}

/**
 * A facet is taken back by its button, which is gone then.
 *
 * @param {Change} choice
 */
function takeBack(choice) {
  box.focus();
  change(choice(state), "push");
}

/**
 * Follow a link to the page that is open already, as a new page would.
 *
 * @param {MouseEvent} event
 */
function stayHere(event) {
  const link = event.target instanceof Element ? event.target.closest("a[href]") : null;
  if (!(link instanceof HTMLAnchorElement) || event.ctrlKey || event.metaKey || event.shiftKey) return;
  if (link.origin !== location.origin || link.pathname !== location.pathname) return;
  event.preventDefault();
  event.stopPropagation();
  history.pushState(null, "", link.pathname);
  closeDialog();
  if (link.hash) location.replace(link.hash);
  else window.scrollTo(0, 0);
}

watchClosing(() => isEmpty(read()));
watchFold(() => finder.fillFacets());
document.querySelector(".md-search__form")?.addEventListener("reset", (event) => {
  event.preventDefault();
  box.value = "";
  box.focus();
  type();
});
document.querySelector(".md-search-result")?.addEventListener("click", (event) => {
  if (isOpen() && event instanceof MouseEvent) stayHere(event);
});
