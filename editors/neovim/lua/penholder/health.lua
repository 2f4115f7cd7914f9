--- `:checkhealth penholder`: the program, its version, and the drafts it is attached to.
local program = require('penholder.program')

local M = {}

local function check_program()
  local command, origin = program.command()
  local version, problem = program.version(command[1])
  if not version then
    vim.health.error(program.explain(command, origin, problem), {
      "Set it in your configuration: vim.g.penholder_path = '/path/to/penholder'",
      'or put `penholder` into a folder on PATH',
    })
    return
  end
  vim.health.ok(('%s runs: %s (from %s)'):format(vim.fn.exepath(command[1]), version, origin))
end

local function check_clients()
  local clients = vim.lsp.get_clients({ name = 'penholder' })
  if #clients == 0 then
    vim.health.info('No draft is open with the server attached.')
    return
  end
  for _, client in ipairs(clients) do
    local drafts = vim.lsp.get_buffers_by_client_id(client.id)
    vim.health.ok(
      ('Client %d: %d draft(s), root %s'):format(client.id, #drafts, client.config.root_dir or '(single file)')
    )
  end
end

function M.check()
  vim.health.start('Penholder: program')
  if vim.fn.has('nvim-0.10') == 0 then
    vim.health.error('Neovim 0.10 or later is needed')
    return
  end
  check_program()
  vim.health.start('Penholder: clients')
  check_clients()
end

return M
