/** Names of bodies that every country has: which one is meant, only the article tells. */
const EVERYWHERE =
  /^(?:the )?(?:(?:supreme|high|constitutional) court|congress|senate|house of (?:representatives|commons|lords)|(?:conservative|labou?r|republican|democratic|nationalist) party|conservatives|republicans|tories|commonwealth|security (?:service|council)|general assembly|human rights council|(?:state|treasury|justice|commerce|energy|defense) department|department of .*|homeland security|christian democrats|marine corps|time|independent|guardian|economist|telegraph|spiegel|russian parliament|german parliament)$/i;

/** Whether a name is that of a kind of body rather than of one. */
export function isEverywhere(name: string): boolean {
  return EVERYWHERE.test(name);
}
