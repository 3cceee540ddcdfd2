/** What may be written in a field; and credentials, made here. */

const LABEL = "[\\p{L}\\p{N}_](?:[\\p{L}\\p{M}\\p{N}_-]{0,61}[\\p{L}\\p{M}\\p{N}_])?";
const DOMAIN = new RegExp(`^(?=.{1,253}$)(?:${LABEL}\\.)*(?!\\d+\\.?$)${LABEL}\\.?$`, "u");
const IPV4 = /^(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)(?:\.(?!$)|$)){4}$/;
const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

/** @type {Record<string, (value: string) => boolean>} */
const RULES = {
  number: (value) => /^\d{1,18}$/.test(value),
  port: (value) => /^[1-9]\d{0,4}$/.test(value) && Number(value) < 65536,
  umask: (value) => /^[0-7]{1,4}$/.test(value),
  path: (value) => !/[\n\r]/.test(value),
  mount: (value) => /^(?:(?:\.{0,2}|~)\/[^:\n\r]*|\.{1,2}|~)$/.test(value),
  domain: (value) => DOMAIN.test(value),
  site: isHost,
  host: isHost,
  address: isAddress,
  zone: isZone,
};

/**
 * @param {import("./fill.js").Variable} variable
 * @param {string} typed
 * @returns {{value?: string, isRefused?: boolean}} no value where nothing is typed, or it is refused
 */
export function read({ control, default: known, isPlaceholder }, typed) {
  const isExact = ["secret", "text", "path"].includes(control);
  const value = (isExact ? typed : typed.trim()).replace(/[\0\p{Cs}]/gu, "\ufffd");
  if (!value) return {};
  const accepts = RULES[control] ?? (() => true);
  const isLoose = known && !isPlaceholder && !accepts(known); // its author means something else by the name
  return isLoose || accepts(value) ? { value } : { isRefused: true };
}

/** @returns {string} 32 letters and digits, which need quotes nowhere */
export function generate() {
  const bytes = [...crypto.getRandomValues(new Uint8Array(256))].filter((byte) => byte < 4 * ALPHABET.length);
  return bytes.slice(0, 32).map((byte) => ALPHABET[byte % ALPHABET.length]).join("");
}

/** @param {string} value a name or an IP address, with a port or in a URL or without */
function isHost(value) {
  return [value, value.replace(/:\d{1,5}$/, "")].some((one) => DOMAIN.test(one) || isIp(one)) || isAddress(value);
}

/** @param {string} value */
function isIp(value) {
  return IPV4.test(value) || (/^[\da-f:.]*:[\da-f:.]*$/i.test(value) && isUrl(`http://[${value}]`));
}

/** @param {string} value */
function isAddress(value) {
  return /^[a-z][a-z\d+.-]*:\/\/[^\s/?#]\S*$/i.test(value) && isUrl(value);
}

/** @param {string} value */
function isUrl(value) {
  try {
    return Boolean(new URL(value));
  } catch {
    return false;
  }
}

/** @param {string} value */
function isZone(value) {
  try {
    return /^[A-Z]/.test(new Intl.DateTimeFormat("en", { timeZone: value }) && value);
  } catch {
    return false;
  }
}
