--- The command behind a line above a paragraph: goes to the place that refers to it, or lists the places.
local M = {}

--- The command's name, which the server uses for clients that say they have it.
M.COMMAND = 'penholder.showPlaces'

--- What tells the server so, in the shape of |lsp.ClientCapabilities|.
M.capabilities = { experimental = { commands = { commands = { M.COMMAND } } } }

--- Does what the line asks for, as |vim.lsp.commands| has it: arguments are address, position and places.
function M.show(command, context)
  local places = command.arguments[3]
  local client = vim.lsp.get_client_by_id(context.client_id)
  local encoding = client and client.offset_encoding or 'utf-16'
  if #places == 1 then
    vim.lsp.util.show_document(places[1], encoding, { focus = true })
    return
  end
  vim.fn.setqflist({}, ' ', {
    title = command.title,
    items = vim.lsp.util.locations_to_items(places, encoding),
  })
  vim.cmd('botright copen')
end

return M
