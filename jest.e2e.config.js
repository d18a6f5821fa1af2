/** Browser tests on the production build: `npm run e2e` builds first. One browser at a time. */
module.exports = {
  ...require("./jest.config.js"),
  testMatch: ["<rootDir>/test/e2e/**/*.test.ts"],
  testPathIgnorePatterns: ["/node_modules/"],
  maxWorkers: 1,
  testTimeout: 120_000,
};
