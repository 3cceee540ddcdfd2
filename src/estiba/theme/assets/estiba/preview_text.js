/** What a preview says of a page: its title, its description, and the first lines of it or of a part. */

const LONGEST = 300;
const TEXT = "p, li, td, dd, blockquote, figcaption";
const HEADING = "h1, h2, h3, h4, h5, h6";
/** What is no prose, or not the note's own. */
const SKIPPED =
  ".estiba-head, .estiba-example, .estiba-backlinks, .estiba-related, .estiba-card, .highlight, .toc, .footnote, details, nav, pre, math, aside";

/**
 * @typedef {object} PreviewText
 * @property {string} title
 * @property {string} description
 * @property {string} lines
 * @property {string} language
 */

/** @param {string | null | undefined} text */
const plain = (text) => (text ?? "").replace(/¶/g, "").replace(/\s+/g, " ").trim();

/**
 * @param {string} text
 * @returns {string} its beginning, cut at a word
 */
function shorten(text) {
  if (text.length <= LONGEST) return text;
  const end = text.lastIndexOf(" ", LONGEST);
  return `${text.slice(0, end > 0 ? end : LONGEST)}…`;
}

/**
 * @param {Element} element
 * @returns {string} its words, without what serves the page
 */
function wordsOf(element) {
  const copy = /** @type {Element} */ (element.cloneNode(true));
  for (const one of copy.querySelectorAll(`.headerlink, .footnote-ref, script, style, ${SKIPPED}`)) one.remove();
  return plain(copy.textContent);
}

/**
 * @param {Element} article
 * @param {Element | null} heading what the lines stand below; null for the top of the page
 * @returns {string}
 */
function linesBelow(article, heading) {
  let text = "";
  const parts = [...article.querySelectorAll(`${TEXT}, ${HEADING}`)];
  for (const one of parts.slice(heading ? parts.indexOf(heading) + 1 : 0)) {
    if (one.closest(SKIPPED) || one.parentElement?.closest(TEXT)) continue;
    if (one.matches(HEADING)) {
      if (text || (heading && one.tagName <= heading.tagName)) break;
      continue;
    }
    text = `${text} ${wordsOf(one)}`.trim();
    if (text.length > LONGEST) break;
  }
  return shorten(text);
}

/**
 * @param {Document} page
 * @param {string} id that of the part that is meant; empty for the whole
 * @returns {PreviewText | null} null where the page is none of a site like this
 */
export function extract(page, id) {
  const article = page.querySelector(".md-content article");
  const title = plain(page.querySelector(".estiba-head h1")?.textContent);
  if (!article || !title) return null;
  const language = article.querySelector(":scope > [lang]")?.getAttribute("lang") ?? page.documentElement.lang;
  const goal = id ? page.getElementById(id) : null;
  if (goal && article.contains(goal) && !goal.closest(".estiba-head")) {
    const heading = goal.closest(HEADING);
    const block = heading ? null : goal.closest(TEXT) ?? goal;
    const lines = block ? shorten(wordsOf(block)) : linesBelow(article, heading);
    return { title: heading ? wordsOf(heading) : title, description: "", lines, language };
  }
  const description = plain(article.querySelector(".estiba-head__description")?.textContent);
  const lines = linesBelow(article, null);
  return { title, description, lines: lines === description ? "" : lines, language };
}
