/** What an object of Excel's API can do here, and how the types describe it. One file in objects/ per type or close family. */
import type { Area } from "../../src/model/address";
import type { ExcelHost } from "./excel-host";
import { fail } from "./host-error";
import type { Json, JsonObject } from "./json";
import type { ConditionalFormat, EmulatedSheet } from "./workbook-model";

/** A place in the workbook: one rectangle or several of one sheet. */
export interface Place {
  readonly sheet: EmulatedSheet;
  readonly areas: readonly Area[];
}

/** Names are the client's class names. */
export interface HostObjects {
  Workbook: object;
  Application: object;
  Runtime: object;
  Service: { readonly name: string };
  WorksheetCollection: object;
  Worksheet: { readonly sheet: EmulatedSheet };
  WorksheetProtection: { readonly sheet: EmulatedSheet };
  Range: { readonly sheet: EmulatedSheet; readonly area: Area };
  RangeAreas: Place;
  RangeCollection: Place;
  RangeFormat: Place;
  RangeFill: Place;
  RangeFont: Place;
  FormatProtection: Place;
  ConditionalFormatCollection: Place;
  ConditionalFormat: FormatPlace;
  CustomConditionalFormat: FormatPlace;
  ConditionalFormatRule: FormatPlace;
  ConditionalRangeFormat: FormatPlace;
  ConditionalRangeFill: FormatPlace;
  ConditionalRangeFont: FormatPlace;
  SettingCollection: object;
  Setting: { readonly key: string };
  CustomXmlPartCollection: object;
  CustomXmlPartScopedCollection: { readonly namespace: string };
  CustomXmlPart: { readonly id: string };
}

export interface FormatPlace {
  readonly sheet: EmulatedSheet;
  readonly format: ConditionalFormat;
}

export type TypeName = keyof HostObjects;

export type Target<T extends TypeName> = { readonly type: T } & HostObjects[T];

export type HostObject = { [T in TypeName]: Target<T> }[TypeName];

/** Every member says since which ExcelApi it exists; a test compares that with the typings. */
export interface Member {
  readonly since: string;
}

export interface Scalar<O> extends Member {
  get?(target: O, host: ExcelHost): Json;
  set?(target: O, value: Json, host: ExcelHost): void;
}

export interface Navigation<O> extends Member {
  get(target: O, host: ExcelHost): HostObject | null;
}

/** A method that gives an object; null is a null object. */
export interface Factory<O> extends Member {
  readonly writes?: true;
  make(target: O, args: Arguments, host: ExcelHost): HostObject | null;
}

/** A method that gives a plain value or nothing. */
export interface Operation<O> extends Member {
  readonly writes?: true;
  run(target: O, args: Arguments, host: ExcelHost): Json | void;
}

export interface ObjectType<O> {
  /** What the client wants to know of every object of this type ("Id"). */
  identity?(target: O): JsonObject;
  /** Ranges get a reference that outlives the request. */
  readonly keepsReference?: true;
  readonly scalars?: Readonly<Record<string, Scalar<O>>>;
  readonly navigations?: Readonly<Record<string, Navigation<O>>>;
  readonly factories?: Readonly<Record<string, Factory<O>>>;
  readonly operations?: Readonly<Record<string, Operation<O>>>;
  /** Collections only. */
  items?(target: O, host: ExcelHost): readonly HostObject[];
  indexer?(target: O, key: string, host: ExcelHost): HostObject | null;
}

export type Argument = { readonly json: Json } | { readonly object: HostObject | null };

/** The arguments of a call; those of the wrong kind are an InvalidArgument, as in Excel. */
export class Arguments {
  private readonly list: readonly Argument[];

  constructor(list: readonly Argument[]) {
    this.list = list;
  }

  json(index: number): Json {
    const argument = this.list[index];
    return argument && "json" in argument ? argument.json : null;
  }

  text(index: number): string {
    const value = this.json(index);
    return typeof value === "string" ? value : fail("InvalidArgument");
  }

  optionalText(index: number): string | null {
    const value = this.json(index);
    return value === null || typeof value === "string" ? value : fail("InvalidArgument");
  }

  integer(index: number): number {
    const value = this.json(index);
    return typeof value === "number" && Number.isInteger(value) ? value : fail("InvalidArgument");
  }

  flag(index: number): boolean {
    const value = this.json(index);
    return value === null || typeof value === "boolean" ? value === true : fail("InvalidArgument");
  }

  /** The object given as argument, null where a plain value was given. */
  object(index: number): HostObject | null {
    const argument = this.list[index];
    return argument && "object" in argument ? argument.object : null;
  }
}
