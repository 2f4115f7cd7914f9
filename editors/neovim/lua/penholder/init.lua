--- The Penholder language server in Neovim.
---
--- This file says which buffers get the server and how it is started, and nothing else: every
--- finding, hover and completion is the server's own. Neovim 0.11 and later reads `M.config` through
--- `lsp/penholder.lua`; `M.setup` does the same on 0.10.
local places = require('penholder.places')
local program = require('penholder.program')
local watching = require('penholder.watching')

local M = {}

--- Whether the folder `place` has the marker `name`, for a buffer of this path. A folder of sources that the draft lies in
--- itself is none of its own.
---@param marker string|string[]
local function marks(marker, path)
  return function(name, place)
    local is_named = name == marker or type(marker) == 'table' and vim.tbl_contains(marker, name)
    local inside = place .. '/sources/'
    return is_named and not (name == 'sources' and path:sub(1, #inside) == inside)
  end
end

--- What marks a root, in order of rank: a settings file further up outranks a nearer `sources` folder.
local MARKERS = { 'penholder.toml', 'sources', '.git' }

--- The root of a buffer: of the first marker that there is, the nearest. `markers` are those that a user has set.
---@param markers (string|string[])[]?
local function root(buffer, markers)
  local path = vim.fs.normalize(vim.api.nvim_buf_get_name(buffer))
  for _, marker in ipairs(markers or MARKERS) do
    local found = vim.fs.root(buffer, marks(marker, path))
    if found then
      return found
    end
  end
end

--- The client's configuration, in the shape of |vim.lsp.Config|.
M.config = {
  name = 'penholder',
  -- A function, because Neovim only logs a program it cannot find: a drafter would see nothing.
  cmd = program.starter(nil),
  capabilities = vim.tbl_deep_extend('error', places.capabilities, watching.capabilities()),
  filetypes = { 'markdown', 'text' },
  -- Not `root_markers`: Neovim would look for them again where there is no root.
  root_dir = function(buffer, start)
    start(root(buffer, vim.lsp.config.penholder.root_markers))
  end,
  -- The protocol's name for what Neovim calls `text`.
  get_language_id = function(_, filetype)
    return filetype == 'text' and 'plaintext' or filetype
  end,
}

--- Starts the server for the buffer on Neovim 0.10, whose |vim.lsp.start| knows no root markers.
local function start(buffer, config)
  if vim.bo[buffer].buftype ~= '' then
    return
  end
  local client = vim.deepcopy(config)
  -- Later versions add what the configuration says to the editor's own; this one would take it instead.
  client.capabilities =
    vim.tbl_deep_extend('force', vim.lsp.protocol.make_client_capabilities(), client.capabilities or {})
  client.root_dir = root(buffer, client.root_markers)
  vim.lsp.start(client, { bufnr = buffer })
end

--- Attaches the server to every draft, open ones included.
--- `options` are fields of |vim.lsp.Config| that replace the plugin's own; a `cmd` in them is proved
--- before it is started, as the default one is.
function M.setup(options)
  local own = vim.deepcopy(options or {})
  if type(own.cmd) == 'table' then
    own.cmd = program.starter(own.cmd)
  end
  if vim.lsp.config then
    vim.lsp.config('penholder', own)
    vim.lsp.enable('penholder')
    return
  end
  local config = vim.tbl_extend('force', M.config, own)
  vim.api.nvim_create_autocmd('FileType', {
    group = vim.api.nvim_create_augroup('penholder', { clear = true }),
    pattern = config.filetypes,
    desc = 'Start the Penholder language server',
    callback = function(event)
      start(event.buf, config)
    end,
  })
  for _, buffer in ipairs(vim.api.nvim_list_bufs()) do
    if vim.api.nvim_buf_is_loaded(buffer) and vim.tbl_contains(config.filetypes, vim.bo[buffer].filetype) then
      start(buffer, config)
    end
  end
end

return M
