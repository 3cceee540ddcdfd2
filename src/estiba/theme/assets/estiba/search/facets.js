/** The facets beside the results: tags, folders, checked examples, each with how many notes it leaves. */

import { button, element } from "./dom.js";
import { toggleExample, toggleFolder, toggleTag } from "./state.js";
import { count, inDigits, language, text } from "./texts.js";

/**
 * @typedef {import("./state.js").SearchState} SearchState
 * @typedef {import("./state.js").Change} Change
 * @typedef {import("./engine.js").Counts} Counts
 * @typedef {import("./vocabulary.js").Vocabulary} Vocabulary
 *
 * @typedef {object} Facet
 * @property {string} value
 * @property {string} label
 * @property {number} count
 * @property {boolean} isChosen
 * @property {Change} change what a click on it does
 */

/** How many facets of a group are shown until it is unfolded. */
const SHOWN = 12;

const collator = new Intl.Collator(language);

/** Groups that the reader has unfolded. @type {Set<string>} */
const unfolded = new Set();

/**
 * Draw the facets; the focus stays on the one that has it.
 *
 * @param {HTMLElement} place
 * @param {SearchState} state
 * @param {Counts} counts
 * @param {Vocabulary} vocabulary
 * @param {(change: Change) => void} choose
 */
export function drawFacets(place, state, counts, vocabulary, choose) {
  const redraw = () => drawFacets(place, state, counts, vocabulary, choose);
  const focused = place.contains(document.activeElement) ? document.activeElement : null;
  const key = focused instanceof HTMLElement ? focused.dataset.estibaFacet : undefined;
  const groups = [
    group("tags", tagFacets(state, counts.tag ?? {}, vocabulary), choose, redraw),
    group("folders", folderFacets(state, counts.folder ?? {}, vocabulary), choose, redraw),
    group("examples", exampleFacets(state, counts.example ?? {}), choose, redraw),
  ];
  place.replaceChildren(...groups.filter((one) => one !== null));
  if (key === undefined) return;
  const again = [...place.querySelectorAll("button")].find((one) => one.dataset.estibaFacet === key);
  (again ?? place.querySelector("button"))?.focus();
}

/**
 * @param {SearchState} state
 * @param {{[slug: string]: number}} counts
 * @param {Vocabulary} vocabulary
 * @returns {Facet[]}
 */
function tagFacets(state, counts, vocabulary) {
  return all(counts, state.tags).map((slug) => ({
    value: slug,
    label: vocabulary.tagLabel(slug),
    count: counts[slug] ?? 0,
    isChosen: state.tags.includes(slug),
    change: toggleTag(slug),
  }));
}

/**
 * @param {SearchState} state
 * @param {{[path: string]: number}} counts
 * @param {Vocabulary} vocabulary
 * @returns {Facet[]}
 */
function folderFacets(state, counts, vocabulary) {
  return all(counts, state.folder ? [state.folder] : []).map((path) => ({
    value: path,
    label: vocabulary.folderLabel(path),
    count: counts[path] ?? 0,
    isChosen: state.folder === path,
    change: toggleFolder(path),
  }));
}

/**
 * @param {SearchState} state
 * @param {{checked?: number}} counts
 * @returns {Facet[]}
 */
function exampleFacets(state, { checked = 0 }) {
  const isChosen = state.example;
  return [{ value: "checked", label: text("example"), count: checked, isChosen, change: toggleExample }];
}

/**
 * @param {{[value: string]: number}} counts
 * @param {string[]} chosen
 * @returns {string[]}
 */
function all(counts, chosen) {
  return [...new Set([...chosen, ...Object.keys(counts)])];
}

/**
 * @param {string} name
 * @param {Facet[]} facets
 * @param {(change: Change) => void} choose
 * @param {() => void} redraw
 * @returns {HTMLElement | null} nothing where no facet would leave a note
 */
function group(name, facets, choose, redraw) {
  const wanted = facets.filter((facet) => facet.count || facet.isChosen).sort(order);
  if (!wanted.length) return null;
  const least = Math.max(SHOWN, wanted.filter((facet) => facet.isChosen).length);
  const shown = unfolded.has(name) ? wanted : wanted.slice(0, least);
  const items = shown.map((facet) => element("li", "", facetButton(name, facet, choose)));
  const title = element("h2", "estiba-facets__title", text(name));
  const made = element("section", "estiba-facets__group", title, element("ul", "estiba-facets__list", ...items));
  if (wanted.length > SHOWN) made.append(foldButton(name, wanted.length - shown.length, redraw));
  return made;
}

/**
 * @param {Facet} one
 * @param {Facet} other
 * @returns {number} negative where `one` comes first
 */
function order(one, other) {
  return (
    Number(other.isChosen) - Number(one.isChosen) ||
    other.count - one.count ||
    collator.compare(one.label, other.label)
  );
}

/**
 * @param {string} name of the group
 * @param {Facet} facet
 * @param {(change: Change) => void} choose
 * @returns {HTMLButtonElement}
 */
function facetButton(name, facet, choose) {
  const label = element("span", "estiba-facet__name", facet.label);
  const number = element("span", "estiba-facet__count", inDigits(facet.count));
  const made = button("estiba-facet", () => choose(facet.change), label, " ", number);
  made.dataset.estibaFacet = `${name}:${facet.value}`;
  made.setAttribute("aria-pressed", String(facet.isChosen));
  return made;
}

/**
 * @param {string} name of the group
 * @param {number} hidden
 * @param {() => void} redraw
 * @returns {HTMLButtonElement}
 */
function foldButton(name, hidden, redraw) {
  const made = button(
    "estiba-facets__unfold",
    () => {
      if (!unfolded.delete(name)) unfolded.add(name);
      redraw();
    },
    hidden ? count("more-facets", hidden) : text("fewer-facets"),
  );
  made.dataset.estibaFacet = `${name}:`;
  made.setAttribute("aria-expanded", String(!hidden));
  return made;
}
