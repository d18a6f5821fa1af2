/** What webpack makes of files that are no modules (rules in webpack.config.js). */

/** A worker's whole bundle as text (src/workbench/inline-worker-loader.js). */
declare module "*?inline-worker" {
  const source: string;
  export default source;
}

/** A workbook as a data: address in base64. */
declare module "*.xlsx" {
  const address: string;
  export default address;
}
