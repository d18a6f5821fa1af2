/**
 * Webpack loader: bundles a worker's entry in a compilation of its own and gives its code as text.
 * Pages opened from a file share may not load a worker script, only run one from a blob (worker-line.ts).
 */
const { EntryPlugin, webworker } = require("webpack");

module.exports = function noContent() {};

module.exports.pitch = function pitch() {
  const done = this.async();
  this.cacheable(false);
  const name = "inline-worker.js";
  const child = this._compilation.createChildCompiler("inline-worker", { filename: name, chunkFilename: name, publicPath: "", globalObject: "self" });
  new webworker.WebWorkerTemplatePlugin().apply(child);
  // Without the query, so that the ordinary rules for modules apply.
  new EntryPlugin(this.context, this.resourcePath, { name: "inline-worker" }).apply(child);
  // The asset is for this module alone: it is taken out before anything is written.
  let code = null;
  child.hooks.compilation.tap("inline-worker-loader", (compilation) => {
    compilation.hooks.afterProcessAssets.tap("inline-worker-loader", (assets) => {
      const asset = assets[name];
      if (!asset) return;
      code = asset.source().toString();
      for (const file of Object.keys(assets)) compilation.deleteAsset(file);
    });
  });
  child.runAsChild((error, _entries, compilation) => {
    if (error) return done(error);
    if (compilation.errors.length > 0) return done(compilation.errors[0]);
    for (const file of compilation.fileDependencies) this.addDependency(file);
    if (code === null) return done(new Error("inline-worker-loader: no code was made"));
    done(null, `export default ${JSON.stringify(code)};`);
  });
};
