--- Whether the server may ask to be told of files that change. Where it may not, it looks when a draft is opened or saved.
local M = {}

--- On Linux Neovim watches well only with a program that does so for it, and therefore does not offer to.
local helper = vim.fn.has('nvim-0.11') == 1 and 'inotifywait' or 'fswatch'

--- What tells the server so, in the shape of |lsp.ClientCapabilities|.
function M.capabilities()
  if vim.fn.executable(helper) == 0 then
    return {}
  end
  return { workspace = { didChangeWatchedFiles = { dynamicRegistration = true, relativePatternSupport = true } } }
end

return M
