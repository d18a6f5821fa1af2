/**
 * Engines keep a long substring as a view into the text it was cut from: one sentence of a sheet would hold the whole
 * sheet's XML in memory. A copy has its own characters. Short ones are copied by the engine anyway.
 */
export function copied(text: string): string {
  return text.length < 13 ? text : ` ${text}`.slice(1);
}
