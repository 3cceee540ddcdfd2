/** What is typed -> words, and facets that are typed as such: `tag:vpn`, `#vpn`, `tag:"with spaces"`. */

const FACET = /(^|\s)(?:tag:|#)(?:"([^"]*)(")?|([^\s"]*))/giu;

/**
 * @param {string} typed
 * @returns {boolean} whether it holds something that may be a tag
 */
export function mayHaveTags(typed) {
  return /(^|\s)(tag:|#)[^\s]/iu.test(typed);
}

/**
 * Take out the tags that are complete: followed by a space, closed by a quote, or known and not the
 * beginning of another one. So nothing is taken that the reader is about to write on.
 *
 * @param {string} typed
 * @param {import("./vocabulary.js").Vocabulary} vocabulary
 * @param {boolean} isDone whether the reader has finished writing
 * @returns {{text: string, tags: string[]}} what is left, and the slugs of the tags
 */
export function takeTags(typed, vocabulary, isDone) {
  /** @type {string[]} */
  const tags = [];
  const text = typed.replace(FACET, (token, before, quoted, closed, bare, offset) => {
    const name = quoted ?? bare;
    const isLast = offset + token.length === typed.length;
    const slug = vocabulary.find(name);
    const isClosed = quoted === undefined ? !isLast || !vocabulary.mayGoOn(name) : Boolean(closed);
    if (slug === undefined || !(isDone || isClosed)) return token;
    tags.push(slug);
    return before;
  });
  return { text: tags.length ? text.replace(/\s{2,}/g, " ").trimStart() : typed, tags };
}

/**
 * @param {string} typed
 * @returns {string} what is searched: without the tag that is being written, others as words
 */
export function wordsOf(typed) {
  return typed
    .replace(FACET, (token, before, quoted, closed, bare, offset) => {
      const isBeingWritten = !closed && offset + token.length === typed.length;
      return isBeingWritten ? before : `${before}${quoted ?? bare}`;
    })
    .trim();
}
