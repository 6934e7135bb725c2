const WITH_ARTICLE =
  /^(?:United|Kingdom|Czech|Dominican Republic|Central African|Democratic|Republic of|Philippines|Maldives|Bahamas|Gambia|Comoros|Seychelles)\b|(?:Netherlands|Islands)$/;

/** A country's name as it stands behind "of": "the United Kingdom", but "Spain". */
export const withArticle = (name: string): string => (WITH_ARTICLE.test(name) ? `the ${name}` : name);
