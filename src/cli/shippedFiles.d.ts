/** What the bundle carries of the files that are shipped: their bytes, in Base64. */
declare module '*.model' {
  const base64: string;
  export default base64;
}

declare module '*.gazetteer' {
  const base64: string;
  export default base64;
}
