--- Commands for the draft in the current buffer.
vim.api.nvim_create_user_command('PenholderReport', function()
  require('penholder.pages').report()
end, { desc = 'Open the clearance report of this draft' })

vim.api.nvim_create_user_command('PenholderCompare', function(command)
  require('penholder.pages').compare(command.args)
end, { nargs = 1, complete = 'file', desc = 'Open the comparison of this draft with an earlier version' })

vim.api.nvim_create_user_command('PenholderCleanUp', function()
  require('penholder.cleaning').clean_up()
end, { desc = 'Write this draft, copied out of a PDF, into a new buffer and mend it' })

vim.lsp.commands['penholder.cleanUp'] = function(...)
  require('penholder.cleaning').from_action(...)
end

vim.lsp.commands['penholder.showPlaces'] = function(...)
  require('penholder.places').show(...)
end
