import { fail } from "../host-error";
import { type ObjectType, type Target } from "../object-types";

export const workbook: ObjectType<Target<"Workbook">> = {
  scalars: { Name: { since: "1.7", get: (_target, host) => host.workbook.name } },
  navigations: {
    Application: { since: "1.1", get: () => ({ type: "Application" }) },
    Worksheets: { since: "1.1", get: () => ({ type: "WorksheetCollection" }) },
    Settings: { since: "1.4", get: () => ({ type: "SettingCollection" }) },
    CustomXmlParts: { since: "1.5", get: () => ({ type: "CustomXmlPartCollection" }) },
    _Runtime: { since: "1.5", get: () => ({ type: "Runtime" }) },
  },
  factories: {
    GetSelectedRange: {
      since: "1.1",
      make: (_target, _args, { workbook: { active } }) => ({ type: "Range", sheet: active, area: active.selection }),
    },
    GetActiveCell: {
      since: "1.7",
      make: (_target, _args, { workbook: { active } }) => {
        const { top, left } = active.selection;
        return { type: "Range", sheet: active, area: { top, left, bottom: top, right: left } };
      },
    },
    // Behind `event.getRange()`.
    _GetRangeForEventByReferenceId: { since: "1.8", make: (_target, args, host) => host.references.find(args.text(0)) ?? fail("ItemNotFound") },
    _GetRangeOrNullObjectForEventByReferenceId: { since: "1.8", make: (_target, args, host) => host.references.find(args.text(0)) },
  },
  operations: { _RemoveReference: { since: "1.1", run: (_target, args, host) => host.references.forget(args.text(0)) } },
};

export const application: ObjectType<Target<"Application">> = {
  scalars: {
    CalculationMode: {
      since: "1.1",
      get: (_target, host) => host.workbook.calculationMode,
      set: (_target, value, host) => {
        if (value !== "Automatic" && value !== "AutomaticExceptTables" && value !== "Manual") fail("InvalidArgument");
        host.workbook.calculationMode = value;
      },
    },
  },
  operations: {
    // Nothing to suspend: that it was asked for stands in the log.
    SuspendApiCalculationUntilNextSync: { since: "1.6", run: () => undefined },
    SuspendScreenUpdatingUntilNextSync: { since: "1.9", run: () => undefined },
  },
};

export const runtime: ObjectType<Target<"Runtime">> = {
  scalars: {
    EnableEvents: {
      since: "1.8",
      get: (_target, host) => host.events.enabled,
      set: (_target, value, host) => {
        if (typeof value !== "boolean") fail("InvalidArgument");
        host.events.enabled = value;
      },
    },
  },
};

/** Objects the client makes for itself, not the add-in's. */
export const service: ObjectType<Target<"Service">> = {
  operations: {
    NotifyActionHandlerReady: { since: "1.1", run: () => undefined },
    SetAppRuntimeState: {
      since: "1.1",
      run: (_target, args, host) => {
        const state = args.text(0);
        if (state !== "Visible" && state !== "Background") fail("InvalidArgument");
        host.runtimeState = state;
      },
    },
  },
};
