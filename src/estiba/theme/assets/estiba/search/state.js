/** What is searched for: the words, and the facets that were chosen. A state is never changed, but followed by another. */

/**
 * @typedef {object} SearchState
 * @property {string} text what stands in the box
 * @property {string[]} tags slugs of the tags that were chosen
 * @property {string} folder the path of the folder that was chosen, or nothing
 * @property {boolean} example whether notes must have a checked example
 *
 * @typedef {(state: SearchState) => SearchState} Change
 */

/** @type {Readonly<SearchState>} */
export const NOTHING = Object.freeze({ text: "", tags: [], folder: "", example: false });

/**
 * @param {SearchState} state
 * @returns {boolean}
 */
export function isEmpty(state) {
  return !state.text.trim() && !isNarrowed(state);
}

/**
 * @param {SearchState} state
 * @returns {boolean} whether a facet was chosen
 */
export function isNarrowed(state) {
  return state.tags.length > 0 || state.folder !== "" || state.example;
}

/**
 * @param {string[]} slugs
 * @returns {Change} which chooses these tags too
 */
export function addTags(slugs) {
  return (state) => ({ ...state, tags: [...new Set([...state.tags, ...slugs])] });
}

/**
 * @param {string} slug
 * @returns {Change} which chooses the tag, or takes it back
 */
export function toggleTag(slug) {
  return (state) =>
    state.tags.includes(slug)
      ? { ...state, tags: state.tags.filter((one) => one !== slug) }
      : addTags([slug])(state);
}

/**
 * @param {string} path
 * @returns {Change} which chooses the folder in the place of another, or takes it back
 */
export function toggleFolder(path) {
  return (state) => ({ ...state, folder: state.folder === path ? "" : path });
}

/** @type {Change} */
export function toggleExample(state) {
  return { ...state, example: !state.example };
}

/** @type {Change} which takes back all facets */
export function widen(state) {
  return { ...NOTHING, text: state.text };
}
