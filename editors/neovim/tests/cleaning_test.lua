--- A text copied out of a PDF, written anew: by the command, and by the code action on its notice.
local here = vim.fs.dirname(vim.fn.fnamemodify(debug.getinfo(1, 'S').source:sub(2), ':p'))
package.path = here .. '/?.lua;' .. package.path
local t = require('harness')
local sample = require('sample')

-- As the README says for this version.
local enable = vim.lsp.config and "vim.lsp.enable('penholder')" or "require('penholder').setup()"

local COPIED = ('The Fund s plan is new. It follows the Fund s work and the Fund s rules. '):rep(8)

--- A child with `text` open as plain text.
local function draft(text)
  local child = t.child(
    t.folder(sample.workspace({ ['draft.txt'] = text })),
    ('vim.g.penholder_path = %q\n%s'):format(t.server, enable)
  )
  child:lua([[vim.cmd('runtime plugin/penholder.lua')]])
  child:open('draft.txt')
  return child
end

--- Waits for the new buffer and looks at it.
local function expect_clean(child)
  t.wait('the new buffer', function()
    return child:text():find('The Fund’s plan is new. It follows the Fund’s work', 1, true) == 1
  end)
  t.equal('', child:lua('return vim.api.nvim_buf_get_name(0)'))
  t.equal('markdown', child:lua('return vim.bo.filetype'))
  t.equal('', child:lua('return vim.bo.buftype'))
  t.equal(2, child:lua('return #vim.api.nvim_tabpage_list_wins(0)'))
end

t.case('the command opens the mended text beside the draft', function()
  local child = draft(COPIED)
  child:lua([[vim.cmd('PenholderCleanUp')]])
  expect_clean(child)
end)

t.case('the code action on the notice does the same', function()
  local child = draft(COPIED)
  t.equal('The', child:finding('X014').at)
  child:lua([[
    vim.api.nvim_win_set_cursor(0, { 1, 1 })
    vim.lsp.buf.code_action({
      apply = true,
      filter = function(action) return action.title == 'Clean up extracted text' end,
    })
  ]])
  expect_clean(child)
end)

t.case('a text that was typed is said to have nothing to mend', function()
  local child = draft('The Fund’s plan is new.\n')
  child:lua([[vim.cmd('PenholderCleanUp')]])
  local said = t.wait('a message', function()
    return child:lua('return messages[1]')
  end)
  t.contains('does not look copied', said.text)
  t.equal(1, child:lua('return #vim.api.nvim_tabpage_list_wins(0)'))
end)

t.run()
