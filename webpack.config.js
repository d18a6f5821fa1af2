/**
 * Two pages: index.html is the workbench (no network, works from a file share), taskpane.html the pane inside Excel.
 *
 * Settings (environment):
 *   PUBLIC_URL   where the built folder will be hosted, https://…/ ; written into manifest.xml (default https://localhost:3000/)
 *   OFFICE_JS    address of office.js (default Microsoft's CDN; the 21Vianet address or a local copy for closed networks)
 */
const path = require("node:path");
const CopyPlugin = require("copy-webpack-plugin");
const HtmlPlugin = require("html-webpack-plugin");

const DEVELOPMENT_URL = "https://localhost:3000/";
const OFFICE_CDN = "https://appsforoffice.microsoft.com/lib/1/hosted/office.js";
/** Bytes that a script of the pane may have, minified; the build fails above it. The first is there before the pane paints. */
const PANE_BUDGETS = { "taskpane.js": 700 * 1024, "core.js": 256 * 1024, "self-test.js": 32 * 1024 };

module.exports = async (_env, argv) => {
  const production = argv.mode === "production";
  const publicUrl = withSlash(process.env.PUBLIC_URL ?? DEVELOPMENT_URL);
  return {
    mode: production ? "production" : "development",
    entry: {
      workbench: "./src/workbench/main.tsx",
      taskpane: "./src/taskpane/main.tsx",
    },
    output: { path: path.resolve(__dirname, "dist"), filename: "[name].js", publicPath: "", clean: true },
    devtool: production ? false : "source-map",
    resolve: { extensions: [".tsx", ".ts", ".js"] },
    module: {
      rules: [
        {
          test: /\.tsx?$/,
          exclude: /node_modules/,
          resourceQuery: { not: [/inline-worker/] },
          use: {
            loader: "swc-loader",
            options: { jsc: { target: "es2022", parser: { syntax: "typescript", tsx: true }, transform: { react: { runtime: "automatic" } } } },
          },
        },
        { test: /\.ts$/, resourceQuery: /inline-worker/, use: path.resolve(__dirname, "src/workbench/inline-worker-loader.js") },
        // The sample travels inside the script: a page opened from a file share may not fetch anything.
        { test: /\.xlsx$/, type: "asset/inline" },
      ],
    },
    plugins: [
      new HtmlPlugin({ filename: "index.html", template: "src/workbench/index.html", chunks: ["workbench"], scriptLoading: "blocking", inject: "body" }),
      new HtmlPlugin({
        filename: "taskpane.html",
        template: "src/taskpane/taskpane.html",
        chunks: ["taskpane"],
        scriptLoading: "blocking",
        inject: "body",
        templateParameters: { officeJs: process.env.OFFICE_JS ?? OFFICE_CDN },
      }),
      new CopyPlugin({
        patterns: [
          { from: "assets/icon-*.png", to: "assets/[name][ext]" },
          // Apache-2.0 asks that its text travels with the engine.
          { from: "node_modules/@univerjs/engine-formula/LICENSE", to: "licenses/univerjs.txt", toType: "file" },
          { from: "manifest.xml", transform: (content) => content.toString().replaceAll(DEVELOPMENT_URL, publicUrl) },
        ],
      }),
      { apply: (compiler) => production && checkBudgets(compiler) },
    ],
    // A script for each name that an import() gives, and no further ones with numbers for names.
    optimization: { splitChunks: false },
    performance: { hints: false },
    devServer: {
      port: 3000,
      host: "localhost",
      server: await serverType(),
      client: { overlay: false },
      setupExitSignals: true,
      onListening: (server) => announce(server),
    },
    infrastructureLogging: { level: "warn" },
    stats: production ? "errors-warnings" : "errors-only",
  };
};

/** Excel wants https with the certificate that office-addin-dev-certs installed; a browser is served without. */
async function serverType() {
  if (!process.env.HTTPS) return "http";
  const { getHttpsServerOptions } = require("office-addin-dev-certs");
  return { type: "https", options: await getHttpsServerOptions() };
}

function withSlash(url) {
  return url.endsWith("/") ? url : `${url}/`;
}

function checkBudgets(compiler) {
  compiler.hooks.afterEmit.tap("PaneBudget", (compilation) => {
    for (const [name, budget] of Object.entries(PANE_BUDGETS)) {
      const size = compilation.getAsset(name)?.source.size();
      if (size === undefined) compilation.errors.push(new Error(`${name} was not built, and its size not checked`));
      else if (size > budget) compilation.errors.push(new Error(`${name} has ${size} bytes, the budget is ${budget}`));
    }
  });
}

function announce(server) {
  const { port } = server.server.address();
  process.stdout.write(
    [
      "",
      `绩效自评复核 工作台： http://localhost:${port}/index.html （已载入示例工作簿，Ctrl+C 结束）`,
      "在 Excel 中旁加载： npm run excel （需要本机装有 Excel；首次运行会安装 https 开发证书）",
      "",
    ].join("\n"),
  );
}
