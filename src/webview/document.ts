import { attributesOf, type Built, type Content } from './element';

const SVG = 'http://www.w3.org/2000/svg';

/** Builds elements in the document. */
export function toDom(node: Content, isInSvg = false): Node {
  if (typeof node === 'string') return document.createTextNode(node);
  const isSvg = isInSvg || node.tag === 'svg';
  const element = isSvg ? document.createElementNS(SVG, node.tag) : document.createElement(node.tag);
  fill(element, node, isSvg);
  return element;
}

function fill(element: Element, node: Built, isSvg: boolean): void {
  for (const [name, value] of attributesOf(node)) element.setAttribute(name, value);
  element.append(...node.children.map((child) => toDom(child, isSvg)));
}
