import { XlsxHost } from "../../src/host/xlsx/xlsx-host";
import { describeHostContract } from "./host-contract";

describeHostContract("xlsx", async (bytes) => XlsxHost.open(bytes), {
  reopen: async (host) => {
    if (!(host instanceof XlsxHost)) throw new Error("another host");
    return XlsxHost.open(host.save());
  },
});
