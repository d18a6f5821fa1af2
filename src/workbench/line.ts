/** Requests and replies between the page and a worker, typed by a table of calls and matched by number. */
import { FaultError, type Fault } from "../model/fault";

/** A table of calls: what goes there, and what comes back. */
export type CallTable<C> = { readonly [N in keyof C]: { readonly args: unknown; readonly reply: unknown } };

/** One request of any kind; `name` tells which. */
export type RequestOf<C extends CallTable<C>> = { readonly [N in keyof C]: { readonly id: number; readonly name: N; readonly args: C[N]["args"] } }[keyof C];

export type AnswerOf<C extends CallTable<C>> = C[keyof C]["reply"];

export type ReplyOf<C extends CallTable<C>> =
  | { readonly id: number; readonly kind: "done"; readonly value: AnswerOf<C> }
  | { readonly id: number; readonly kind: "fault"; readonly fault: Fault }
  /** A mistake of ours. */
  | { readonly id: number; readonly kind: "error"; readonly message: string };

/** The page's end of the line to a worker, or to the same code in the page's own thread. */
export interface ChannelOf<C extends CallTable<C>> {
  send(request: RequestOf<C>, transfer: readonly Transferable[]): void;
  /** One listener only. `null`: the other end broke down, no reply will come any more. */
  listen(listener: (reply: ReplyOf<C> | null) => void): void;
  close(): void;
}

interface Pending<A> {
  readonly done: (value: A) => void;
  readonly failed: (error: Error) => void;
}

export class Line<C extends CallTable<C>> {
  private readonly pending = new Map<number, Pending<AnswerOf<C>>>();
  private last = 0;
  private broken = false;

  /** `breakdown`: what those who wait are told when the other end is gone. */
  constructor(
    private readonly channel: ChannelOf<C>,
    private readonly breakdown: () => Error,
  ) {
    channel.listen((reply) => (reply ? this.take(reply) : this.fail()));
  }

  ask<N extends keyof C>(name: N, args: C[N]["args"], transfer: readonly Transferable[] = []): Promise<C[N]["reply"]> {
    if (this.broken) return Promise.reject(this.breakdown());
    const id = ++this.last;
    return new Promise((done, failed) => {
      // The reply to a request of kind N is of kind N: what the other end sees to.
      this.pending.set(id, { done: (value) => done(value as C[N]["reply"]), failed });
      this.channel.send({ id, name, args } as RequestOf<C>, transfer);
    });
  }

  close(): void {
    this.channel.close();
    this.fail();
  }

  private take(reply: ReplyOf<C>): void {
    const waiting = this.pending.get(reply.id);
    if (!waiting) return;
    this.pending.delete(reply.id);
    if (reply.kind === "done") waiting.done(reply.value);
    else waiting.failed(reply.kind === "fault" ? new FaultError(reply.fault.code, reply.fault.message) : new Error(reply.message));
  }

  private fail(): void {
    this.broken = true;
    for (const { failed } of this.pending.values()) failed(this.breakdown());
    this.pending.clear();
  }
}

export function failure<C extends CallTable<C>>(id: number, error: unknown): ReplyOf<C> {
  if (error instanceof FaultError) return { id, kind: "fault", fault: error.fault };
  return { id, kind: "error", message: error instanceof Error ? error.message : String(error) };
}

/** The fallback: the same protocol without a worker, each request in a task of its own so that the page can paint between two. */
export function inProcess<C extends CallTable<C>>(answer: (request: RequestOf<C>) => ReplyOf<C> | Promise<ReplyOf<C>>): ChannelOf<C> {
  let listener: (reply: ReplyOf<C> | null) => void = () => undefined;
  let open = true;
  return {
    send(request) {
      setTimeout(() => {
        // Answering never throws; a promise keeps the order of the answers.
        if (open) void Promise.resolve(answer(request)).then((reply) => open && listener(reply));
      }, 0);
    },
    listen(next) {
      listener = next;
    },
    close() {
      open = false;
    },
  };
}
