/** What the page tells the search: where its files are, and its texts. */

/**
 * @typedef {object} Settings
 * @property {string} root the address of the site's root, relative to the page
 * @property {string} index the folder of the index, relative to the root
 * @property {{url: string, title: string}[]} overviews pages that list the whole vault
 * @property {Record<string, string>} texts those that count once a plural form: `found.one`
 */

/** @type {Settings} */
const settings = JSON.parse(document.getElementById("__estiba_search")?.textContent ?? "{}");

/** The language of the reader, as the page names it. */
export const language = document.documentElement.lang || "en";

/** Read at once: with instant navigation the page's address changes, and this one would with it. */
export const root = new URL(settings.root.replace(/\/?$/, "/"), location.href);

export const indexFolder = new URL(settings.index, root);

export const overviews = settings.overviews.map(({ url, title }) => ({ title, url: new URL(url, root).href }));

const plurals = new Intl.PluralRules(language);
const numbers = new Intl.NumberFormat(language);

/**
 * @param {string} key
 * @param {Record<string, string>} [values] what to put into the places of the text
 * @returns {string}
 */
export function text(key, values = {}) {
  return fill(settings.texts[key], values);
}

/**
 * @param {string} key a text that counts
 * @param {number} number
 * @returns {string}
 */
export function count(key, number) {
  const template = settings.texts[`${key}.${plurals.select(number)}`] ?? settings.texts[`${key}.other`];
  return fill(template, { number: inDigits(number) });
}

/**
 * @param {number} number
 * @returns {string} as people write it
 */
export function inDigits(number) {
  return numbers.format(number);
}

/**
 * @param {string} code of a language
 * @returns {string} the language without its territory or script
 */
export function baseOf(code) {
  return code.toLowerCase().split("-")[0];
}

/**
 * @param {string} code of a language
 * @returns {boolean} whether it is the reader's, in whatever country
 */
export function isReaders(code) {
  return baseOf(code) === baseOf(language);
}

/**
 * @param {string} code of a language
 * @returns {string} its name in the reader's language; the code where it has none
 */
export function languageName(code) {
  try {
    return new Intl.DisplayNames(language, { type: "language" }).of(code) ?? code;
  } catch {
    return code;
  }
}

/**
 * @param {string} template
 * @param {Record<string, string>} values
 * @returns {string}
 */
function fill(template, values) {
  return template.replace(/\{(\w+)\}/g, (place, name) => values[name] ?? place);
}
