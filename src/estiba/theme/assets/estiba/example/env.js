/** The `.env` beside an example with `${NAME}`; `env_value` in `compose/env_file.py` has the same rule. */

/** @type {Record<string, string>} */
const ESCAPES = { "\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t", $: "\\$" };

/**
 * @param {string} value
 * @returns {string} what stands behind the `=`, so that Docker Compose reads just that
 */
export function envValue(value) {
  if (/^[A-Za-z0-9_./:@+-]*$/.test(value)) return value;
  if (!/['\\\n\r]/.test(value)) return `'${value}'`;
  return `"${value.replace(/[\\"\n\r\t$]/g, (char) => ESCAPES[char])}"`;
}

/**
 * @param {import("./fill.js").Variable[]} variables
 * @param {import("./fill.js").Texts} values what the reader has given
 * @returns {import("./fill.js").Run[]} a line for each value that is given, or that the example does not say itself
 */
export function envFile(variables, values) {
  return variables.flatMap(({ name, reference, default: known, isUnplaced }, variable) => {
    const value = values[variable];
    if (value !== undefined) return [{ text: `${name}=` }, { text: envValue(value), variable }, { text: "\n" }];
    const isSaid = reference ? reference !== `\${${name}}` : known !== undefined || isUnplaced;
    return isSaid ? [] : { text: `${name}=${envValue(known ?? "")}\n` };
  });
}
