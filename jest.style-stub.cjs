/** Stands in for style sheets and pictures, which tests do not look at. */
module.exports = '';
