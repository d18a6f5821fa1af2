/** What the pane knows of a host's self-test: that there is one, and that a file comes of it. */
import { createContext } from "react";

export interface SelfTestFile {
  readonly name: string;
  readonly text: string;
}

/** `onProgress` hears the share done, 0…1. */
export type RunSelfTest = (onProgress: (done: number) => void) => Promise<SelfTestFile>;

/** Null where the host has none: then the settings do not offer it. */
export const SelfTestOffer = createContext<RunSelfTest | null>(null);
