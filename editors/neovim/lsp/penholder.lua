-- What `vim.lsp.enable('penholder')` reads on Neovim 0.11 and later.
-- `vim.lsp.config('penholder', { ... })` overrides any field.
return require('penholder').config
