// The names are spelled out for those who `import` it from a script: jest finds them by reading this text.
const { parseCookie, parseSetCookie, stringifyCookie, stringifySetCookie } =
  require('./as-commonjs.cjs')('cookie');
module.exports = { parseCookie, parseSetCookie, stringifyCookie, stringifySetCookie };
