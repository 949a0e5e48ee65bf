module.exports = require('./as-commonjs.cjs')('content-disposition');
