/**
 * The copy button of an example: puts the text of the code, to the byte, on the clipboard.
 *
 * One listener for the whole document, so that it works with Material's instant
 * navigation and without it.
 */

/** How long a button says that it has copied, in milliseconds. */
const SHOWN_FOR = 2000;

/** @type {WeakMap<Element, number>} */
const timers = new WeakMap();

/**
 * @param {Element} block
 * @returns {string} what the author wrote
 */
function sourceOf(block) {
  return block.querySelector("code")?.textContent ?? "";
}

/**
 * @param {Element} block
 * @param {string} text
 */
function say(block, text) {
  const status = block.querySelector(".estiba-example__status");
  if (!status) return;
  window.clearTimeout(timers.get(block));
  status.textContent = text;
  timers.set(block, window.setTimeout(() => (status.textContent = ""), SHOWN_FOR));
}

document.addEventListener("click", async (event) => {
  const target = event.target instanceof Element ? event.target : null;
  const button = /** @type {HTMLElement | null} */ (target?.closest(".estiba-example__copy"));
  const block = button?.closest(".estiba-example");
  if (!button || !block) return;
  try {
    await navigator.clipboard.writeText(sourceOf(block));
    say(block, button.dataset.estibaCopied ?? "");
  } catch {
    window.getSelection()?.selectAllChildren(block.querySelector("code") ?? block);
    say(block, button.dataset.estibaFailed ?? "");
  }
});
