import fc from "fast-check";
import { SaxesParser } from "saxes";
import { END, EOF, START, TEXT, XmlScanner } from "../../src/host/xlsx/xml/scanner";
import { decodeText, escapeAttribute, escapeCellText, escapeText, unescapeCellText } from "../../src/host/xlsx/xml/text";
import { spliced } from "../../src/host/xlsx/xml/splice";
import { corpusFiles, faultOf, partsOf } from "./support";

type Event = readonly [kind: "open", name: string, attributes: Record<string, string>] | readonly [kind: "close", name: string] | readonly [kind: "text", text: string];

function joined(events: Event[]): Event[] {
  const out: Event[] = [];
  for (const event of events) {
    const last = out.at(-1);
    if (event[0] === "text" && last?.[0] === "text") out[out.length - 1] = ["text", last[1] + event[1]];
    else if (event[0] !== "text" || event[1] !== "") out.push(event);
  }
  return out;
}

function byScanner(xml: string): Event[] {
  const scanner = new XmlScanner(xml, "x");
  const events: Event[] = [];
  for (let token = scanner.next(); token !== EOF; token = scanner.next()) {
    if (token === START) {
      const attributes: Record<string, string> = {};
      for (let n = 0; n < scanner.attributeCount; n++) {
        const name = xml.slice(scanner.attributes[n * 4], scanner.attributes[n * 4 + 1]);
        attributes[name] = scanner.attribute(name) ?? "";
      }
      expect(xml[scanner.start]).toBe("<");
      expect(xml[scanner.end - 1]).toBe(">");
      events.push(["open", scanner.name, attributes]);
      if (scanner.selfClosing) events.push(["close", scanner.name]);
    } else if (token === END) events.push(["close", scanner.name]);
    else if (token === TEXT) events.push(["text", scanner.content()]);
  }
  return joined(events);
}

function bySaxes(xml: string): Event[] {
  const events: Event[] = [];
  const parser = new SaxesParser();
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("opentag", (tag) => events.push(["open", tag.name, { ...tag.attributes }]));
  parser.on("closetag", (tag) => events.push(["close", tag.name]));
  const depth = (): number => events.reduce((n, [kind]) => n + (kind === "open" ? 1 : kind === "close" ? -1 : 0), 0);
  parser.on("text", (text) => depth() > 0 && events.push(["text", text]));
  parser.on("cdata", (text) => events.push(["text", text]));
  parser.write(xml).close();
  return joined(events);
}

const ODD = [
  "<a/>",
  "<?xml version='1.0'?><!-- <b> --><a x='1' y = \"2>3\"\n\tz='\"'>t<!-- </a> --><b/>&#65;<![CDATA[<c>]]]]><![CDATA[>]]></a ><!-- -->\n<?pi <a> ?>",
  "<x:a xmlns:x='u'><x:b>1\r\n2\r3</x:b></x:a>",
  "<a b='x\ty\nz&#10;&amp;&lt;'/>",
  "<中文 属性='值'>内容</中文>",
  "<a>  <b> </b>\n</a>",
];

describe("the tokenizer", () => {
  it.each(ODD)("reads %j as saxes does", (xml) => expect(byScanner(xml)).toEqual(bySaxes(xml)));

  it("reads every part of the corpus as saxes does", () => {
    for (const [, bytes] of corpusFiles("rich")) {
      for (const [name, part] of partsOf(bytes)) {
        if (!/\.(xml|rels)$/.test(name)) continue;
        const xml = part.content.toString("utf8").replace(/^\ufeff/, "");
        expect(byScanner(xml)).toEqual(bySaxes(xml));
      }
    }
  });

  it.each([
    "", "   ", "x", "<a", "<a>", "</a>", "<a></b>", "<a><b></a></b>", "<a/><b/>", "<a/>x", "x<a/>", "<a b></a>", "<a b=c></a>", "<a b='1></a>", "<a b='<'/>", "<a b='1'c='2'/>", "< a/>", "<a ='1'/>", "<a/ >", "<a><!-- </a>", "<a><![CDATA[</a>", "<a><?x</a>",
    "<a><!x></a>", "<a></a b>", "<a></ab>", "<ab></a>", "<a>&x;</a>", "<a>&</a>", "<a>&#0;</a>", "<a>&#xD800;</a>", "<a>&#x110000;</a>", "<a>&lt</a>", "<a>&#;</a>", "<a>&#x;</a>", "<![CDATA[x]]><a/>", "<a b='&x;'/>", "<a><", "<a b='1' /", "<a b", "<a b=", "<a b= '",
  ])("refuses %j", (xml) => {
    expect(faultOf(() => byScanner(xml)).code).toBe("damaged");
    expect(() => bySaxes(xml)).toThrow();
  });

  it.each(["<!DOCTYPE a><a/>", "<?xml version='1.0'?>\n<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>", "<a><!DOCTYPE a></a>"])("refuses the document type in %j", (xml) => {
    expect(faultOf(() => byScanner(xml)).code).toBe("unsafe");
  });

  it("agrees with saxes on whatever is put together from pieces of XML", () => {
    const piece = fc.constantFrom("<a>", "</a>", "<a/>", "<b x='1'>", "</b>", '<b y="&lt;>"/>', "text", " ", "&amp;", "&#65;", "<!-- c -->", "<![CDATA[d]]>", "<?p q?>", "<", ">", "&", "'", "\r\n");
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 14 }), (pieces) => {
        const xml = `<r>${pieces.join("")}</r>`;
        let expected: Event[] | null = null;
        try {
          expected = bySaxes(xml);
        } catch {
          expected = null;
        }
        // saxes is stricter in one thing that does no harm: the letters "]]>" in a text.
        if (expected) expect(byScanner(xml)).toEqual(expected);
        else expect(() => byScanner(xml)).toThrow();
      }),
      { numRuns: 500 },
    );
  });

  it("is linear", () => {
    for (const xml of [`<a>${"<b/>".repeat(500_000)}</a>`, `<a ${"x='1' ".repeat(50_000)}/>`, `<a>${"&amp;".repeat(500_000)}</a>`, `<a>${"<!---->".repeat(300_000)}</a>`, `<a>${"<![CDATA[]]>".repeat(300_000)}</a>`, `<a x='${" ".repeat(3_000_000)}'/>`]) {
      const since = performance.now();
      const scanner = new XmlScanner(xml, "x");
      while (scanner.next() !== EOF);
      expect(performance.now() - since).toBeLessThan(1500);
    }
  });
});

describe("texts", () => {
  it("survive being written and read", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 30 }), fc.boolean(), (value, x) => {
        const text = x ? `${value}_x00${value}_x000D_` : value;
        expect(unescapeCellText(decodeText(escapeCellText(text)) ?? "")).toBe(text);
      }),
    );
    fc.assert(fc.property(fc.string({ unit: "grapheme" }), (text) => expect(decodeText(escapeText(text))).toBe(text)));
    expect(escapeAttribute("\"<&>\n\t")).toBe("&quot;&lt;&amp;&gt;&#10;&#9;");
  });
});

describe("splicing", () => {
  it("keeps the order of insertions and puts them before what is replaced", () => {
    expect(spliced("abcd", [{ start: 2, end: 3, text: "X" }, { start: 2, end: 2, text: "1" }, { start: 2, end: 2, text: "2" }, { start: 0, end: 0, text: "0" }, { start: 4, end: 4, text: "!" }])).toBe("0ab12Xd!");
    expect(() => spliced("abcd", [{ start: 0, end: 2, text: "" }, { start: 1, end: 3, text: "" }])).toThrow(RangeError);
  });
});
