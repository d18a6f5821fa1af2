/**
 * Where an Excel has answered otherwise than the emulated one and that is to stay so: by file and question, with the reason.
 * Empty is best: a difference is settled by teaching the emulated Excel.
 */
export const KNOWN_DIFFERENCES: Readonly<Record<string, Readonly<Record<string, string>>>> = {};
