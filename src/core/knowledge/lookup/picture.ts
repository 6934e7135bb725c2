/** A picture on Wikimedia Commons, by where a small version of it lies. */
export interface PictureAddress {
  readonly url: string;
  /** Its page on Commons, which names its author and license. */
  readonly page: string;
}

/** Where Wikipedia has its pictures. */
const PICTURES = 'https://upload.wikimedia.org';
const PLACE = /^\/wikipedia\/commons\/thumb\/[0-9a-f]\/[0-9a-f]{2}\/([^/?#]{1,240})\/\d{1,4}px-[^/?#]{1,250}$/;

/**
 * @param source what a page says of its picture: a stranger's word
 * @param server where that page is; another one than Wikipedia may have its own pictures
 * @returns undefined for what is no small picture of Commons. What Wikipedia itself keeps is often not free to show.
 */
export function pictureAddress(source: string, server: string): PictureAddress | undefined {
  const origin = [PICTURES, server.replace(/\/+$/, '')].find((known) => source.startsWith(`${known}/`));
  if (origin === undefined) return undefined;
  const name = PLACE.exec(source.slice(origin.length))?.[1];
  if (name === undefined || /%(?![0-9A-Fa-f]{2})|[^\w.,()'!~*%+-]/.test(name)) return undefined;
  return { url: source, page: `https://commons.wikimedia.org/wiki/File:${name}` };
}

/** How the kinds of pictures begin that an editor shows and that can't hold a program: in Base64. */
const BEGINNINGS: Readonly<Record<string, RegExp>> = {
  'image/jpeg': /^\/9j\//,
  'image/png': /^iVBORw0KGgo/,
  'image/webp': /^UklGR.{6}XRUJQ/,
};

/** An editor shows no text of over 100,000 characters, pictures in it counted. */
export const MOST_BASE64 = 80_000;

/**
 * @param base64 a file, in Base64 (RFC 4648)
 * @returns it as an address of its own (`data:image/jpeg;base64,…`, RFC 2397); undefined for what is no picture, or too large
 */
export function pictureData(base64: string): string | undefined {
  if (base64.length > MOST_BASE64 || !/^[A-Za-z0-9+/]+={0,2}$/.test(base64)) return undefined;
  const type = Object.keys(BEGINNINGS).find((kind) => BEGINNINGS[kind]?.test(base64));
  return type && `data:${type};base64,${base64}`;
}
