import { Link } from "@fluentui/react-components";
import { type CellRef, refText } from "../model/address";
import { useSession } from "./session-context";
import { strings } from "./strings.zh-CN";

/** An address that leads to its cell, where the host can show one. */
export function CellLink({ cell, home }: { readonly cell: CellRef; /** The sheet that needs no name. */ readonly home: string }) {
  const session = useSession();
  const text = refText(cell, home);
  if (!session.capabilities.reveal) return <span>{text}</span>;
  return (
    <Link as="button" inline aria-label={strings.explain.goTo(text)} onClick={() => void session.reveal(cell, true)}>
      {text}
    </Link>
  );
}
