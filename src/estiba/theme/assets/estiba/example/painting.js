/**
 * Changes to a text, made in the nodes that show it. Only texts are touched: elements, with their ids,
 * classes and listeners, stay. What `textContent` gives is then the text with the changes made.
 *
 * @typedef {object} Painting
 * @property {string} text as its author wrote it
 * @property {{node: Text, start: number, data: string}[]} parts
 * @property {ChildNode[]} added
 */

/**
 * @param {Element} code
 * @returns {Painting} of what it shows now
 */
export function paintingOf(code) {
  const parts = [];
  const walker = document.createTreeWalker(code, NodeFilter.SHOW_TEXT);
  let text = "";
  while (walker.nextNode()) {
    const node = /** @type {Text} */ (walker.currentNode);
    parts.push({ node, start: text.length, data: node.data });
    text += node.data;
  }
  return { text, parts, added: [] };
}

/**
 * @param {Painting} painting
 * @param {import("./fill.js").Change[]} changes in order
 * @param {(run: import("./fill.js").Run) => ChildNode} show
 */
export function paint({ parts, added }, changes, show) {
  for (const node of added.splice(0)) node.remove();
  let next = 0;
  for (const { node, start, data } of parts) {
    const end = start + data.length;
    /** @type {(ChildNode | string)[]} */
    const pieces = [];
    let at = start;
    for (; changes[next]?.start < end; next += 1) {
      const change = changes[next];
      pieces.push(data.slice(at - start, Math.max(change.start - start, 0)));
      if (change.start >= start) pieces.push(...change.runs.map(show));
      at = Math.min(change.end, end);
      if (change.end > end) break; // it goes on in the next part
    }
    const [first, ...others] = [...pieces, data.slice(at - start)];
    if (node.data !== first) node.data = String(first);
    const behind = others.map((one) => (typeof one === "string" ? new Text(one) : one));
    node.after(...behind);
    added.push(...behind);
  }
}
