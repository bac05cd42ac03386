// As the packages' READMEs advise: a worker in a data: URL has no headers of its own.
export default { build: { target: "es2022", assetsInlineLimit: 0 } };
