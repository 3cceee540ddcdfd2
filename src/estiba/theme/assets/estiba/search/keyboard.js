/** The keys within the dialog: arrows go through the results, typing goes back to the box, Tab stays inside. */

import { box, isOpen, keepFocus, reachable } from "./dialog.js";

const RESULTS = ".md-search-result :is(a[href], summary, .estiba-results__more)";

/**
 * @param {KeyboardEvent} event an arrow
 */
function move(event) {
  const stops = [box, ...reachable(RESULTS)];
  const here = stops.findIndex((stop) => stop === document.activeElement);
  const step = event.key === "ArrowDown" ? 1 : -1;
  event.preventDefault();
  stops[(Math.max(here, 0) + step + stops.length) % stops.length].focus();
}

/**
 * @param {KeyboardEvent} event
 * @returns {boolean} whether the key is a letter, or moves within a text
 */
function isForBox({ key }) {
  return ["Home", "End", "Backspace"].includes(key) || (key.length === 1 && key !== " ");
}

document.addEventListener("keydown", (event) => {
  if (!isOpen() || event.isComposing) return;
  if (event.key === "Tab") keepFocus(event);
  else if (event.ctrlKey || event.metaKey || event.altKey) return;
  else if (event.key === "ArrowDown" || event.key === "ArrowUp") move(event);
  else if (event.target !== box && isForBox(event)) box.focus();
});
