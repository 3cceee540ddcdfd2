/** The order of the results that are shown first: what was typed to the letter comes before what is like it. */

import { fold, foldedWords } from "./folding.js";

/**
 * Pagefind weighs titles, tags and text; this puts first the note that is called as was typed,
 * then those with all the words in their titles, then those with them in titles and tags.
 * Where two are equal, the spelling with the same accents wins, then Pagefind's order.
 *
 * @template {{meta: {title: string, tags?: string}}} Note
 * @param {Note[]} notes in Pagefind's order
 * @param {string} words what was typed
 * @returns {Note[]}
 */
export function rank(notes, words) {
  const places = new Map(notes.map((note) => [note, place(note.meta, words)]));
  return [...notes].sort((one, other) => (places.get(one) ?? 0) - (places.get(other) ?? 0));
}

/**
 * @param {{title: string, tags?: string}} meta
 * @param {string} words
 * @returns {number}
 */
function place({ title, tags = "" }, words) {
  const tests = [
    (/** @type {Reader} */ read) => read(title).join(" ") === read(words).join(" "),
    (/** @type {Reader} */ read) => holds(read(title), read(words)),
    (/** @type {Reader} */ read) => holds(read(`${title} ${tags}`), read(words)),
  ];
  const tier = tests.findIndex((test) => test(foldedWords));
  if (tier < 0 || !fold(words)) return tests.length * 2;
  return tier * 2 + (tests[tier](spelledWords) ? 0 : 1);
}

/** @typedef {(text: string) => string[]} Reader */

/** @type {Reader} */
function spelledWords(text) {
  return text.normalize("NFC").toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

/**
 * @param {string[]} there
 * @param {string[]} wanted
 * @returns {boolean}
 */
function holds(there, wanted) {
  return wanted.length > 0 && wanted.every((word) => there.includes(word));
}
