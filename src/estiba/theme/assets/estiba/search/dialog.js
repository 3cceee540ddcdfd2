/**
 * The dialog: opens and closes, keeps the focus inside, and gives it back.
 *
 * It is open while Material's checkbox is checked: its styles and its scroll lock go by that.
 */

/**
 * @param {string} selector
 * @returns {any} the element, which the header of every page has
 */
function find(selector) {
  return document.querySelector(selector);
}

const toggle = /** @type {HTMLInputElement} */ (find("#__search"));
const dialog = /** @type {HTMLElement} */ (find(".md-search__inner"));

/** @type {HTMLInputElement} */
export const box = find(".md-search__input");

/** What had the focus before. @type {HTMLElement | null} */
let opener = null;

/** Whether it is this file that closes it. */
let isOurs = false;

/** @returns {boolean} */
export function isOpen() {
  return toggle.checked;
}

/** @returns {boolean} whether it was closed until now */
export function openDialog() {
  if (isOpen()) return false;
  opener = document.activeElement instanceof HTMLElement ? document.activeElement : null;
  toggle.click();
  dialog.setAttribute("role", "dialog");
  dialog.setAttribute("aria-modal", "true");
  box.focus();
  box.setSelectionRange(box.value.length, box.value.length);
  return true;
}

/** Close it; the focus goes back to where it was. */
export function closeDialog() {
  if (!isOpen()) return;
  isOurs = true;
  toggle.click();
  isOurs = false;
  dialog.setAttribute("role", "group");
  dialog.removeAttribute("aria-modal");
  if (opener === box) box.focus();
  else if (opener?.isConnected && opener !== document.body) opener.focus();
  else if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
}

/**
 * Be asked when somebody else closes the dialog: Material does so after each instant navigation.
 *
 * @param {() => boolean} mayClose whether it is well so; else it opens again at once
 */
export function watchClosing(mayClose) {
  toggle.addEventListener("change", () => {
    if (isOpen() || isOurs) return;
    if (mayClose()) {
      dialog.setAttribute("role", "group");
      dialog.removeAttribute("aria-modal");
    } else queueMicrotask(() => toggle.click()); // within a click, another one is not heard
  });
}

/**
 * Keep the Tab key within the dialog.
 *
 * @param {KeyboardEvent} event
 */
export function keepFocus(event) {
  const all = reachable("a[href], button, input, summary");
  const [edge, target] = event.shiftKey ? [all[0], all[all.length - 1]] : [all[all.length - 1], all[0]];
  if (dialog.contains(document.activeElement) && document.activeElement !== edge) return;
  event.preventDefault();
  target.focus();
}

/**
 * @param {string} selector
 * @returns {HTMLElement[]} what of it in the dialog can have the focus, in order
 */
export function reachable(selector) {
  /** @type {NodeListOf<HTMLElement>} */
  const all = dialog.querySelectorAll(selector);
  return [...all].filter((one) => !one.matches(":disabled") && one.checkVisibility({ visibilityProperty: true }));
}
