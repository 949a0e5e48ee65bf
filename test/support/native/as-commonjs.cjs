const { readFileSync } = require('node:fs');
const { join } = require('node:path');
const { transformSync } = require('@swc/core');

/**
 * Some packages are ES modules that others `require`, which Node can do and jest cannot: this gives such a package, from
 * its own file, as jest can take it.
 */
module.exports = function asCommonJs(name) {
  const file = join(__dirname, '../../../node_modules', name, 'dist/index.js');
  const { code } = transformSync(readFileSync(file, 'utf8'), { module: { type: 'commonjs' }, swcrc: false });
  const module = { exports: {} };
  new Function('module', 'exports', 'require', code)(module, module.exports, require);
  return module.exports;
};
