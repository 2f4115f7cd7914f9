--- A text copied out of a PDF, written anew into a buffer without a name.
---
--- The server mends the text; the buffer that shows it is all that is added here.
local M = {}

local COMMAND = 'penholder.cleanUp'

--- Opens what the server has answered with, beside the draft.
local function show(problem, clean)
  if problem then
    vim.notify('Penholder: ' .. problem.message, vim.log.levels.ERROR)
    return
  end
  if not clean or clean == vim.NIL then
    vim.notify('This text does not look copied out of a PDF; nothing is certain to mend.', vim.log.levels.INFO)
    return
  end
  vim.cmd.vnew()
  vim.api.nvim_buf_set_lines(0, 0, -1, false, vim.split(vim.trim(clean.text), '\n', { plain = true }))
  vim.bo.filetype = clean.languageId
end

local function ask(client, draft)
  local params = { command = COMMAND, arguments = { draft } }
  -- Neovim 0.10 has no methods on clients, and later ones complain about the function.
  if vim.fn.has('nvim-0.11') == 1 then
    client:request('workspace/executeCommand', params, show)
  else
    client.request('workspace/executeCommand', params, show)
  end
end

--- Cleans up the draft in the current buffer.
function M.clean_up()
  local client = vim.lsp.get_clients({ bufnr = 0, name = 'penholder' })[1]
  if not client then
    vim.notify('The Penholder server is not attached to this buffer.', vim.log.levels.WARN)
    return
  end
  ask(client, vim.uri_from_bufnr(0))
end

--- Does what the code action asks for, as |vim.lsp.commands| has it.
function M.from_action(command, context)
  local client = vim.lsp.get_client_by_id(context.client_id)
  if client then
    ask(client, command.arguments[1])
  end
end

return M
