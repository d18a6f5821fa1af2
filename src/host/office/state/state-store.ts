/** Where the state lives: a custom XML part, or the workbook's settings on a host that has no such parts. */
import { officeCode, officeLocation } from "../faults";
import { holdsNothing, NO_OWN_STATE, type OwnState, ownStateSchema, STATE_NAMESPACE } from "../../../model/workbook-state";
import { jsonInXml, stateXml } from "./state-xml";

const SETTING_KEY = "jixiao-review.state.1";

export type Storage = "xml" | "settings";

/** What was found, and where a new text is to go. */
export interface StoredState {
  readonly storage: Storage;
  readonly own: OwnState;
  /** As it stood there, to be put back after a failure; null if there was none. */
  readonly text: string | null;
  /** Parts of our namespace; more than one only if somebody copied parts about. */
  readonly partIds: readonly string[];
}

/** Asks for the state; after the next sync the function gives it (several parts take two requests more). */
export function loadState(context: Excel.RequestContext, storage: Storage): () => Promise<StoredState> {
  return storage === "xml" ? loadPart(context) : loadSetting(context);
}

function loadPart(context: Excel.RequestContext): () => Promise<StoredState> {
  const parts = context.workbook.customXmlParts.getByNamespace(STATE_NAMESPACE);
  const count = parts.getCount();
  const only = parts.getOnlyItemOrNullObject();
  only.load("id");
  const xml = only.getXml();
  return async () => {
    if (!only.isNullObject) return stored("xml", xml.value, jsonInXml(xml.value), [only.id]);
    return count.value > 1 ? firstOfSeveral(context) : stored("xml", null, null, []);
  };
}

async function firstOfSeveral(context: Excel.RequestContext): Promise<StoredState> {
  const parts = context.workbook.customXmlParts.getByNamespace(STATE_NAMESPACE);
  parts.load("items/id");
  await context.sync();
  const texts = parts.items.map((part) => part.getXml());
  await context.sync();
  const ids = parts.items.map((part) => part.id);
  const readable = texts.findIndex((text) => parseOwnState(jsonInXml(text.value)) !== null);
  const chosen = Math.max(0, readable);
  const xml = texts[chosen]?.value ?? "";
  return stored("xml", xml, jsonInXml(xml), [...ids.slice(chosen, chosen + 1), ...ids.filter((_, n) => n !== chosen)]);
}

function loadSetting(context: Excel.RequestContext): () => Promise<StoredState> {
  const setting = context.workbook.settings.getItemOrNullObject(SETTING_KEY);
  setting.load("value");
  return async () => {
    const value: unknown = setting.isNullObject ? null : setting.value;
    const text = typeof value === "string" ? value : null;
    return stored("settings", text, text, []);
  };
}

/** Null for what is not ours or cannot be understood: then there is no state, as in the .xlsx adapter. */
function parseOwnState(json: string | null): OwnState | null {
  if (json === null) return null;
  try {
    return ownStateSchema.safeParse(JSON.parse(json)).data ?? null;
  } catch {
    return null;
  }
}

function stored(storage: Storage, text: string | null, json: string | null, partIds: readonly string[]): StoredState {
  return { storage, text, partIds, own: parseOwnState(json) ?? NO_OWN_STATE };
}

/** The text that holds a state; null if nothing needs to be kept. */
export function stateText(storage: Storage, own: OwnState): string | null {
  if (holdsNothing(own)) return null;
  const json = JSON.stringify(own);
  return storage === "xml" ? stateXml(json) : json;
}

/** Queues the change; nothing is sent before the next sync. The function gives what is stored once that has succeeded. */
export function saveText(context: Excel.RequestContext, where: StoredState, text: string | null): () => StoredState {
  if (where.storage === "settings") {
    if (text !== null) context.workbook.settings.add(SETTING_KEY, text);
    else if (where.text !== null) context.workbook.settings.getItemOrNullObject(SETTING_KEY).delete();
    return () => stored("settings", text, text, []);
  }
  const parts = context.workbook.customXmlParts;
  const [first, ...others] = where.partIds;
  for (const id of others) parts.getItem(id).delete();
  const after = (ids: readonly string[]): StoredState => stored("xml", text, text === null ? null : jsonInXml(text), ids);
  if (text === null) {
    if (first !== undefined) parts.getItem(first).delete();
    return () => after([]);
  }
  if (first !== undefined) {
    parts.getItem(first).setXml(text);
    return () => after([first]);
  }
  const added = parts.add(text);
  added.load("id");
  return () => after([added.id]);
}

const MISSING: readonly (string | null)[] = ["ApiNotFound", "ApiNotAvailable", "NotImplemented", "UnsupportedOperation"];

/** Some hosts have no custom XML parts whatever their requirement sets say. */
export function lacksXmlParts(error: unknown): boolean {
  return MISSING.includes(officeCode(error)) && /customxml/i.test(officeLocation(error));
}
