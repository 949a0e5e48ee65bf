/** http or https, a host, and no name or password before it. */
const SHAPE = /^https?:\/\/[^\s/?#\\@<>"]+(?:[/?#][^\s<>"]*)?$/i;

/**
 * Whether a text is an address that may become a link. A browser would read more than these, and differently from what
 * people see: `https:host`, `https://bank.example@host`, `https:\\host`.
 */
export const isWebAddress = (text: string): boolean => SHAPE.test(text) && URL.canParse(text);

export const NOT_A_WEB_ADDRESS =
  'must be an address that begins with http:// or https:// and a host, without a name or password before it';
