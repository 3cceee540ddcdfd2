/**
 * Tells the link "report a mistake" below a note which line is meant: the first of what the reader has selected,
 * else of the section or example that was being read when the page last stood still, before the end of the note.
 *
 * Lines are those of the author's file. The page says where its headings and examples begin, an example has an
 * element a line.
 */

const LINK = ".estiba-forge__report > a";
const EXAMPLE = ".estiba-example[id]";
/** Another note, shown within this one. */
const EMBED = ".estiba-embed";
/** What stands between the note's text and the link. */
const AFTER = ".estiba-backlinks, .estiba-related";
/** How long a page stands still before it counts as being read, in milliseconds. */
const RESTS = 800;
/** How far down the window one reads, as a part of its height. */
const READ_AT = 0.4;

let timer = 0;

/**
 * @param {HTMLElement} link
 * @returns {{ element: Element, line: number }[]} what begins at a line that is known, and can be seen
 */
function places(link) {
  /** @type {Record<string, number>} */
  const lines = JSON.parse(link.dataset.estibaLines ?? "{}");
  return Object.entries(lines).flatMap(([id, line]) => {
    const element = document.getElementById(id);
    return element?.getClientRects().length ? [{ element, line }] : [];
  });
}

/**
 * @param {{ line: number }[]} found
 * @returns {number} the last of their lines; 0 for none
 */
const last = (found) => Math.max(0, ...found.map(({ line }) => line));

/**
 * @param {HTMLElement} link
 * @param {Element} element
 * @returns {number} the line of the author's file at which `element` stands, as far as it is known; else 0
 */
function lineOf(link, element) {
  const known = places(link);
  const shown = element.closest(EMBED) ?? element;
  const example = shown.closest(EXAMPLE);
  const start = known.find((place) => place.element === example)?.line;
  const own = example && shown.closest(`[id^="${example.id}-"]`)?.id.slice(example.id.length + 1);
  if (start && own && /^\d+$/.test(own)) return start + Number(own) - 1;
  return last(
    known.filter(
      ({ element: place }) =>
        place.contains(shown) || place.compareDocumentPosition(shown) & Node.DOCUMENT_POSITION_FOLLOWING,
    ),
  );
}

/**
 * @param {HTMLElement} link
 * @returns {Element | null} what the reader has selected in the note's text
 */
function selected(link) {
  const selection = getSelection();
  if (!selection?.rangeCount || selection.isCollapsed) return null;
  const { startContainer } = selection.getRangeAt(0);
  const element = startContainer instanceof Element ? startContainer : startContainer.parentElement;
  if (element?.closest(AFTER)) return null;
  const isBefore = element && element.compareDocumentPosition(link) & Node.DOCUMENT_POSITION_FOLLOWING;
  return isBefore && link.closest("article")?.contains(element) ? element : null;
}

/**
 * @param {HTMLAnchorElement} link
 * @param {number} line
 */
function mean(link, line) {
  const words = link.querySelector(".estiba-forge__line");
  const { estibaAt = "", estibaLine = "" } = link.dataset;
  if (!line || !words) return;
  link.href = estibaAt.replaceAll("{line}", String(line));
  words.textContent = ` (${estibaLine.replace("{line}", String(line))})`;
}

/** @param {Element} element */
const topOf = (element) => element.getBoundingClientRect().top;

/** @param {Element | null} element */
const isRead = (element) => element !== null && topOf(element) <= innerHeight * READ_AT;

/** @returns {HTMLAnchorElement | null} */
const linkOf = () => document.querySelector(LINK);

document.addEventListener("selectionchange", () => {
  const link = linkOf();
  const element = link && selected(link);
  if (link && element) mean(link, lineOf(link, element));
});

document.addEventListener(
  "scroll",
  () => {
    clearTimeout(timer);
    timer = window.setTimeout(() => {
      const link = linkOf();
      if (!link || selected(link) || topOf(link) < innerHeight || isRead(document.querySelector(AFTER))) return;
      mean(link, last(places(link).filter(({ element }) => isRead(element))));
    }, RESTS);
  },
  { passive: true },
);
