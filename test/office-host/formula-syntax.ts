/**
 * Is this text a formula that Excel would accept? Only the grammar is checked, nothing is computed: enough to see that
 * "=100.00(%)" or "=11月底前" written through `values` is refused, and that a conditional format's formula is well-formed.
 */

const MAX_FORMULA_LENGTH = 8192;
/** A text constant inside a formula may not be longer. */
const MAX_TEXT_LENGTH = 255;

type TokenKind = "number" | "text" | "error" | "name" | "sheet" | "operator" | "open" | "close" | "comma" | "percent" | "brace";

interface Token {
  readonly kind: TokenKind;
  readonly text: string;
}

const PATTERNS: readonly (readonly [TokenKind, RegExp])[] = [
  ["text", /"(?:[^"]|"")*"/y],
  ["error", /#(?:N\/A|REF!|VALUE!|DIV\/0!|NAME\?|NUM!|NULL!|SPILL!|CALC!)/y],
  ["sheet", /(?:'(?:[^']|'')+'|[\p{L}_\\][\p{L}\p{N}_.]*)!/uy],
  ["number", /(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?(?![\p{L}_$])/uy],
  ["name", /\$?[\p{L}_\\][\p{L}\p{N}_.$?]*|\$\d+/uy],
  ["operator", /<>|<=|>=|[<>=+\-*/^&:@]/y],
  ["percent", /[%#]/y],
  ["open", /\(/y],
  ["close", /\)/y],
  ["brace", /[{};]/y],
  ["comma", /,/y],
];

/** `formula` begins with "=". */
export function isFormula(formula: string): boolean {
  if (!formula.startsWith("=") || formula.length > MAX_FORMULA_LENGTH) return false;
  const tokens = tokenize(formula.slice(1));
  return tokens !== null && tokens.length > 0 && new Reader(tokens).accepts();
}

/** Excel allows no array constants ({"无","/"}) in the formula of a conditional format. */
export function isCriterion(formula: string): boolean {
  return isFormula(formula) && tokenize(formula.slice(1))?.some((token) => token.kind === "brace") === false;
}

function tokenize(text: string): readonly Token[] | null {
  const tokens: Token[] = [];
  for (let at = 0; at < text.length; ) {
    if (/\s/.test(text.charAt(at))) {
      at++;
      continue;
    }
    const token = tokenAt(text, at);
    if (token === null || (token.kind === "text" && token.text.length - 2 > MAX_TEXT_LENGTH)) return null;
    tokens.push(token);
    at += token.text.length;
  }
  return tokens;
}

function tokenAt(text: string, at: number): Token | null {
  for (const [kind, pattern] of PATTERNS) {
    pattern.lastIndex = at;
    const found = pattern.exec(text);
    if (found) return { kind, text: found[0] };
  }
  return null;
}

class Reader {
  private readonly tokens: readonly Token[];
  private at = 0;

  constructor(tokens: readonly Token[]) {
    this.tokens = tokens;
  }

  accepts(): boolean {
    return this.expression() && this.at === this.tokens.length;
  }

  private kind(): TokenKind | null {
    return this.tokens[this.at]?.kind ?? null;
  }

  private take(kind: TokenKind, text?: string): boolean {
    const token = this.tokens[this.at];
    if (token?.kind !== kind || (text !== undefined && token.text !== text)) return false;
    this.at++;
    return true;
  }

  private expression(): boolean {
    do {
      while (this.take("operator", "+") || this.take("operator", "-") || this.take("operator", "@"));
      if (!this.operand()) return false;
      while (this.take("percent"));
    } while (this.take("operator"));
    return true;
  }

  private operand(): boolean {
    if (this.take("number") || this.take("text") || this.take("error")) return true;
    if (this.take("sheet")) return this.take("name") || this.take("number") || this.take("error");
    if (this.take("name")) return this.kind() === "open" ? this.list() : true;
    if (this.take("brace", "{")) return this.array();
    return this.kind() === "open" && this.list(true);
  }

  /** "(…)" after a function's name, where an argument may be missing, or around an expression, where it may not. */
  private list(needsContent = false): boolean {
    this.take("open");
    if (!needsContent && this.take("close")) return true;
    for (;;) {
      const missing = !needsContent && (this.kind() === "comma" || this.kind() === "close");
      if (!missing && !this.expression()) return false;
      if (this.take("close")) return true;
      if (!this.take("comma")) return false;
    }
  }

  private array(): boolean {
    do {
      while (this.take("operator", "-") || this.take("operator", "+"));
      if (!(this.take("number") || this.take("text") || this.take("error") || this.take("name"))) return false;
    } while (this.take("comma") || this.take("brace", ";"));
    return this.take("brace", "}");
  }
}
