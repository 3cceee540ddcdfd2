/**
 * The copy buttons of an example: put a text, to the byte, on the clipboard.
 *
 * A button copies the code of its block, or of the element whose id it has in
 * `data-estiba-copies`. One listener for the whole document, so that it works with
 * Material's instant navigation and without it.
 */

/** How long a block says that it was copied, in milliseconds. */
const SHOWN_FOR = 2000;

/** @type {WeakMap<Element, number>} */
const timers = new WeakMap();

/**
 * @param {Element} block
 * @param {string} text what is said to everybody, screen readers included
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
  const { estibaCopies = "", estibaCopied = "", estibaFailed = "" } = button.dataset;
  const code = (estibaCopies && document.getElementById(estibaCopies)) || block.querySelector("pre code") || block;
  try {
    await navigator.clipboard.writeText(code.textContent ?? "");
    say(block, estibaCopied);
  } catch {
    window.getSelection()?.selectAllChildren(code);
    say(block, estibaFailed);
  }
});
