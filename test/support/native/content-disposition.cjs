// This package is an ES module that others `require`, which Node can do and jest cannot: ask Node.
module.exports = process.getBuiltinModule('node:module').createRequire(__filename)('content-disposition');
