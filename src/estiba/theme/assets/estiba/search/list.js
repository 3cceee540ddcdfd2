/** The list of results: a group a language, ten at a time, since each result costs a request. */

import { button, element } from "./dom.js";
import { rank } from "./ranking.js";
import { resultItem } from "./results.js";
import { count } from "./texts.js";

/** @typedef {import("./engine.js").Found} Found */

const PAGE = 10;

/**
 * Make the list of one language; waits until its first results are there.
 *
 * @param {Found[]} found
 * @param {object} options
 * @param {string} options.words what was typed
 * @param {string} options.heading nothing for the reader's own language
 * @param {string} options.language of the notes
 * @param {(slug: string) => void} options.chooseTag
 * @returns {Promise<HTMLElement>}
 */
export async function resultGroup(found, { words, heading, language, chooseTag }) {
  const list = element("ol", "md-search-result__list");
  const group = element("section", "estiba-results", list);
  if (heading) {
    group.prepend(element("h2", "estiba-results__language", heading));
    list.lang = language;
  }
  let shown = 0;

  /** @returns {Promise<HTMLElement[]>} the items that were added */
  async function showMore() {
    const next = await Promise.all(found.slice(shown, shown + PAGE).map((one) => one.data()));
    const notes = shown === 0 ? rank(next, words) : next;
    const items = notes.map((note) => resultItem(note, words, chooseTag));
    list.append(...items);
    shown += items.length;
    return items;
  }

  await showMore();
  if (shown < found.length) group.append(moreButton());
  return group;

  /** @returns {HTMLButtonElement} */
  function moreButton() {
    const left = () => count("more", Math.min(PAGE, found.length - shown));
    const made = button("estiba-results__more", async () => {
      made.disabled = true;
      const [first] = await showMore().catch(() => []);
      made.disabled = false;
      first?.querySelector("a")?.focus();
      if (shown < found.length) made.textContent = left();
      else made.remove();
    }, left());
    return made;
  }
}
