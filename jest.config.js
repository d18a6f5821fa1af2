/** @type {import("jest").Config} */
module.exports = {
  testEnvironment: "node",
  // Jest would leave a core idle.
  maxWorkers: "100%",
  // The first test of a file also pays for loading the client or the engine, beside other files on two cores.
  testTimeout: 30_000,
  testMatch: ["<rootDir>/test/**/*.test.{ts,tsx}"],
  testPathIgnorePatterns: ["/node_modules/", "<rootDir>/test/e2e/"],
  // What the formula engine rests on comes as ES modules only.
  transformIgnorePatterns: ["/node_modules/(?!(?:lodash-es|nanoid|kdbush|rbush|quickselect)/)"],
  transform: {
    "/node_modules/.+\\.js$": ["@swc/jest", { jsc: { target: "es2022" } }],
    "^.+\\.(ts|tsx)$": [
      "@swc/jest",
      {
        jsc: {
          target: "es2022",
          parser: { syntax: "typescript", tsx: true },
          transform: { react: { runtime: "automatic" } },
        },
      },
    ],
  },
};
