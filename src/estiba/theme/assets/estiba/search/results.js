/** A result: the note's title, where it stands, the sections that match, its tags. */

import { button, element, link, marked } from "./dom.js";
import { markWords, readExcerpt, withoutHeading, wordsFound } from "./excerpt.js";
import { foldedWords } from "./folding.js";
import { count, root, text } from "./texts.js";

/**
 * @typedef {object} Section of a note: what Pagefind calls a sub-result
 * @property {string} title
 * @property {string} excerpt
 * @property {{id: string}} [anchor]
 * @property {{balanced_score: number}[]} weighted_locations
 *
 * @typedef {object} Fragment what Pagefind knows of a note
 * @property {string} raw_url
 * @property {string} excerpt
 * @property {{title: string, path?: string, tags?: string}} meta
 * @property {{tag?: string[]}} filters
 * @property {Section[]} sub_results
 */

/** How many sections of a note are shown at once. */
const SECTIONS = 3;

/**
 * @param {Fragment} note
 * @param {string} words what was typed
 * @param {(slug: string) => void} chooseTag
 * @returns {HTMLLIElement}
 */
export function resultItem(note, words, chooseTag) {
  const { title, path } = note.meta;
  const href = addressOf(note.raw_url);
  const typed = foldedWords(words);
  const sections = note.sub_results.filter((section) => section.anchor).sort(byWeight);
  const found = new Set(note.sub_results.flatMap((section) => wordsFound(readExcerpt(section.excerpt))));
  const mark = (/** @type {string} */ heading) => marked(markWords(heading, typed, found));

  const article = element("article", "estiba-result");
  article.append(link("md-search-result__link estiba-result__title", href, ...mark(title)));
  if (path) article.append(element("p", "estiba-result__path", path));
  const lead = leadOf(note, sections.length > 0);
  if (lead.length) article.append(element("p", "estiba-result__text", ...marked(lead)));
  const items = sections.map((section) => sectionItem(section, href, mark));
  if (items.length) article.append(element("ul", "estiba-result__sections", ...items.slice(0, SECTIONS)));
  const rest = items.slice(SECTIONS);
  if (rest.length) {
    const summary = element("summary", "estiba-result__more", count("sections", rest.length));
    article.append(element("details", "", summary, element("ul", "estiba-result__sections", ...rest)));
  }
  const tags = tagButtons(note, chooseTag);
  if (tags.length) article.append(element("div", "estiba-result__tags", ...tags));
  return element("li", "md-search-result__item", article);
}

/**
 * @param {Fragment} note
 * @param {boolean} hasSections
 * @returns {import("./dom.js").Run[]} what matches above the first heading, else how the note begins
 */
function leadOf(note, hasSections) {
  const top = note.sub_results.find((section) => !section.anchor);
  if (!top && hasSections) return [];
  const runs = withoutHeading(readExcerpt(top?.excerpt ?? note.excerpt), note.meta.title);
  return hasSections && !runs.some((run) => run.isMarked) ? [] : runs;
}

/**
 * @param {Section} section
 * @param {string} href of the note
 * @param {(heading: string) => (Node | string)[]} mark
 * @returns {HTMLLIElement}
 */
function sectionItem(section, href, mark) {
  const target = `${href}#${encodeURIComponent(section.anchor?.id ?? "")}`;
  const item = element("li", "", link("estiba-result__section", target, ...mark(section.title)));
  const runs = withoutHeading(readExcerpt(section.excerpt), section.title);
  if (runs.length) item.append(element("p", "estiba-result__text", ...marked(runs)));
  return item;
}

/**
 * @param {Fragment} note
 * @param {(slug: string) => void} chooseTag
 * @returns {HTMLButtonElement[]} one for each tag of its own
 */
function tagButtons(note, chooseTag) {
  const labels = note.meta.tags ? note.meta.tags.split(" · ") : [];
  const slugs = note.filters.tag ?? [];
  return labels.slice(0, slugs.length).map((label, place) => {
    const made = button("estiba-tag", () => chooseTag(slugs[place]), label);
    made.setAttribute("aria-label", text("add-tag", { name: label }));
    return made;
  });
}

/**
 * @param {Section} one
 * @param {Section} other
 * @returns {number} negative where `one` matches better
 */
function byWeight(one, other) {
  return weight(other) - weight(one);
}

/**
 * @param {Section} section
 * @returns {number}
 */
function weight(section) {
  return section.weighted_locations.reduce((sum, place) => sum + place.balanced_score, 0);
}

/**
 * @param {string} path in the site, as its files are called
 * @returns {string}
 */
function addressOf(path) {
  const encoded = path.split("/").map(encodeURIComponent).join("/");
  return new URL(encoded.replace(/^\/+/, ""), root).href;
}
