/** Time and turns, so that tests can hold them. */
export interface Clock {
  /** Milliseconds, for slices and delays only. */
  now(): number;
  /** Lets the page paint and answer before going on. */
  breathe(): Promise<void>;
  /** Calls once after a while; the returned function takes it back. */
  later(ms: number, call: () => void): () => void;
  /** The local calendar day, ISO. */
  today(): string;
}

export const pageClock: Clock = {
  now: () => performance.now(),
  breathe: () => new Promise((resume) => setTimeout(resume, 0)),
  later: (ms, call) => {
    const timer = setTimeout(call, ms);
    return () => clearTimeout(timer);
  },
  today: () => {
    const day = new Date();
    const two = (part: number): string => String(part).padStart(2, "0");
    return `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`;
  },
};
