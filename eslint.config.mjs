import { readFileSync } from "node:fs";
import tseslint from "typescript-eslint";
import officeAddins from "eslint-plugin-office-addins";
import reactHooks from "eslint-plugin-react-hooks";

const table = JSON.parse(readFileSync(new URL("test/architecture/rooms.json", import.meta.url), "utf8"));
const roomNames = Object.keys(table.rooms);

/** The import table as lint rules: from room R, every room and package that R may not enter is refused. */
const roomRules = roomNames.map((room) => {
  const { rooms: allowed, packages } = table.rooms[room];
  const inside = (name) => name === room || allowed.includes(name) || name.startsWith(`${room}/`) || allowed.some((a) => a.startsWith(`${name}/`));
  const forbidden = roomNames.filter((name) => !inside(name) && !room.startsWith(`${name}/`));
  const nested = roomNames.filter((name) => name.startsWith(`${room}/`)).map((name) => `src/${name}/**`);
  const packagePattern = packages.length
    ? `^(?!\\.)(?!(?:${packages.map((p) => (p.endsWith(":") ? p : `${p}(?:/|$)`)).join("|")}))`
    : "^(?!\\.)";
  const doors = Object.entries(table.doors).flatMap(([, files]) => files);
  return {
    files: [`src/${room}/**/*.{ts,tsx}`],
    ignores: [...nested, ...doors, ...Object.keys(table.mains)],
    rules: {
      "no-restricted-imports": [
        "error",
        {
          patterns: [
            ...forbidden.map((name) => ({ regex: `^(\\.\\./)+${name}(/|$)`, message: `${room}/ may not import ${name}/ (test/architecture/rooms.json).` })),
            { regex: packagePattern, message: `${room}/ may import only these packages: ${packages.join(", ") || "none"} (test/architecture/rooms.json).` },
          ],
        },
      ],
    },
  };
});

const pureFiles = table.pure.map((room) => `src/${room}/**/*.ts`);

export default tseslint.config(
  { ignores: ["dist/**", "out/**", "coverage/**", "test-output/**", "node_modules/**"] },
  ...tseslint.configs.recommended,
  {
    files: ["src/**/*.{ts,tsx}", "test/**/*.{ts,tsx}"],
    rules: {
      eqeqeq: ["error", "always"],
      "no-console": "error",
      "@typescript-eslint/no-explicit-any": "error",
      "@typescript-eslint/no-non-null-assertion": "error",
      "@typescript-eslint/consistent-type-imports": ["error", { fixStyle: "inline-type-imports" }],
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_" }],
    },
  },
  {
    files: pureFiles,
    rules: {
      "no-restricted-globals": [
        "error",
        ...["Date", "Number", "parseFloat", "parseInt", "isNaN", "setTimeout", "performance", "crypto", "globalThis"].map((name) => ({
          name,
          message: "Pure rooms: no clock, no randomness, no floating point on domain values (docs/architecture).",
        })),
      ],
      "no-restricted-properties": ["error", { object: "Math", property: "random", message: "Pure rooms are deterministic." }],
      "no-restricted-syntax": [
        "error",
        { selector: "UnaryExpression[operator='+']", message: "No float touches money or scores: use model/decimal." },
      ],
    },
  },
  { files: ["src/host/office/**/*.ts"], plugins: { "office-addins": officeAddins }, rules: officeAddins.configs.recommended?.rules ?? {} },
  { files: ["src/**/*.tsx"], plugins: { "react-hooks": reactHooks }, rules: reactHooks.configs.recommended.rules },
  { files: ["test/**/*.{ts,tsx}"], rules: { "@typescript-eslint/no-non-null-assertion": "off" } },
  { files: ["src/cli/**/*.ts", "test/bench/**/*.ts", "test/support/**/*.ts", "test/manual/**/*.ts", "test/manifest/**/*.ts"], rules: { "no-console": "off" } },
  { files: ["**/*.js"], rules: { "@typescript-eslint/no-require-imports": "off" } },
  ...roomRules,
);
