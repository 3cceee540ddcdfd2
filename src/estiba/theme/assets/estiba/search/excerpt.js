/** What a result shows of a text, as runs of which some are marked. */

import { fold, foldedWords } from "./folding.js";

/** @typedef {import("./dom.js").Run} Run */

/**
 * @param {string} excerpt out of Pagefind: text with `<mark>` around what it found, and `<`, `>` escaped
 * @returns {Run[]}
 */
export function readExcerpt(excerpt) {
  let isMarked = false;
  /** @type {Run[]} */
  const runs = [];
  for (const piece of excerpt.split(/(<\/?mark>)/)) {
    if (piece === "<mark>" || piece === "</mark>") isMarked = piece === "<mark>";
    else if (piece) runs.push({ text: piece.replaceAll("&lt;", "<").replaceAll("&gt;", ">"), isMarked });
  }
  return runs;
}

/**
 * Take a heading off the beginning of what stands below it.
 *
 * @param {Run[]} runs
 * @param {string} heading
 * @returns {Run[]}
 */
export function withoutHeading(runs, heading) {
  const plain = runs.map((run) => run.text).join("");
  const words = heading.replace(/\s+/g, " ").trim();
  if (!words || !plain.startsWith(words)) return runs;
  let cut = words.length + (/^[.\s]*/.exec(plain.slice(words.length))?.[0].length ?? 0);
  /** @type {Run[]} */
  const left = [];
  for (const run of runs) {
    const text = run.text.slice(cut);
    cut = Math.max(0, cut - run.text.length);
    if (text) left.push({ ...run, text });
  }
  return left;
}

/**
 * Mark in a title what was typed, and what was found in the text.
 *
 * @param {string} text
 * @param {string[]} typed folded words
 * @param {Set<string>} found folded words
 * @returns {Run[]}
 */
export function markWords(text, typed, found) {
  return text
    .split(/([\p{L}\p{N}\p{M}]+)/u)
    .map((piece, place) => {
      const word = fold(piece);
      const isWord = place % 2 === 1;
      return { text: piece, isMarked: isWord && (found.has(word) || typed.some((one) => word.startsWith(one))) };
    })
    .filter((run) => run.text);
}

/**
 * @param {Run[]} runs
 * @returns {string[]} the words in them that were found, folded; of one like `traefik-forward-auth`
 * nobody knows which part was meant
 */
export function wordsFound(runs) {
  const words = runs.filter((run) => run.isMarked).map((run) => foldedWords(run.text));
  return words.filter((parts) => parts.length === 1).flat();
}
