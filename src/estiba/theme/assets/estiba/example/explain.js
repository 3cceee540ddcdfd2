/**
 * Shows which lines of an example an item of the list below it speaks of, and which item speaks of a line.
 *
 * What is pointed at or focused is shown for as long as that lasts, what is clicked, tapped or followed
 * until something else is. All is read from the page, so that Material may replace it at any time.
 */

const SHOWN = "estiba-explained";
/** Links to a line of an example, and from one; Material makes their addresses absolute. */
const LINKS = 'a[href*="#estiba-example-"]';

/** @type {Element | null} */
let kept = null;
/** Where the pointer was last. */
let pointer = "";

/**
 * @param {Element} item
 * @returns {number[][]} first and last line of each stretch that it speaks of
 */
function stretches(item) {
  const written = item.getAttribute("data-estiba-lines") ?? "";
  return written.split(" ").map((stretch) => {
    const [first, last = first] = stretch.split("-").map(Number);
    return [first, last];
  });
}

/**
 * @param {number[][]} stretches
 * @param {Element} line
 */
function hold(stretches, line) {
  const number = Number(line.id.split("-").pop());
  return stretches.some(([first, last]) => first <= number && number <= last);
}

/**
 * @param {Element} link
 * @returns {HTMLElement | null} what it leads to
 */
const goal = (link) => document.getElementById(link.getAttribute("href")?.split("#")[1] ?? "");

/**
 * @param {EventTarget | null} target
 * @returns {Element | null} the item that is meant; for a line the one that says least besides
 */
function itemAt(target) {
  if (!(target instanceof Element)) return null;
  const link = target.closest(".estiba-line__why");
  const item = link ? goal(link)?.closest(".estiba-explains") : target.closest(".estiba-explains");
  const line = target.closest(".estiba-example code [id]");
  if (item || !line) return item ?? null;
  const block = line.closest(".estiba-example")?.id;
  let found = null;
  let least = Infinity;
  for (const one of document.querySelectorAll(".estiba-explains")) {
    const all = one.getAttribute("data-estiba-example") === block ? stretches(one) : [];
    const count = all.reduce((sum, [first, last]) => sum + last - first + 1, 0);
    if (count < least && hold(all, line)) {
      found = one;
      least = count;
    }
  }
  return found;
}

/** @param {Element | null} item */
function show(item) {
  if (item?.classList.contains(SHOWN)) return;
  for (const one of document.querySelectorAll(`.${SHOWN}`)) one.classList.remove(SHOWN);
  if (!item) return;
  item.classList.add(SHOWN);
  const block = document.getElementById(item.getAttribute("data-estiba-example") ?? "");
  const all = stretches(item);
  for (const line of block?.querySelectorAll("code [id]") ?? []) line.classList.toggle(SHOWN, hold(all, line));
}

document.addEventListener("pointerover", ({ target, clientX, clientY }) => {
  const before = pointer;
  pointer = `${clientX} ${clientY}`;
  if (pointer !== before) show(itemAt(target) ?? kept); // else the page moved, below a pointer that rests
});

document.addEventListener("focusin", ({ target }) => {
  const isFollowed = target instanceof Element && target.matches(".estiba-example code [id]");
  show((isFollowed ? null : itemAt(target)) ?? kept);
});

document.addEventListener(
  "click",
  (event) => {
    kept = itemAt(event.target);
    show(kept);
    const link = event.target instanceof Element ? event.target.closest(LINKS) : null;
    const isHere = link instanceof HTMLAnchorElement && link.pathname === location.pathname;
    if (!isHere || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.stopPropagation(); // Material's instant navigation would fetch the page again, and drop what was typed
    const there = goal(link);
    if (there) there.tabIndex = -1; // so that the browser moves the focus there
  },
  { capture: true },
);
