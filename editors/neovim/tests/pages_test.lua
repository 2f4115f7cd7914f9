--- The commands that open a page: the report and the comparison, of the text as it stands in the buffer.
local here = vim.fs.dirname(vim.fn.fnamemodify(debug.getinfo(1, 'S').source:sub(2), ':p'))
package.path = here .. '/?.lua;' .. package.path
local t = require('harness')
local sample = require('sample')

-- As the README says for this version.
local enable = vim.lsp.config and "vim.lsp.enable('penholder')" or "require('penholder').setup()"

--- A child with `text` open, and what `vim.ui.open` was given in `_G.opened`.
local function draft(text)
  local child = t.child(
    t.folder(sample.workspace({ ['draft.md'] = text, ['old.md'] = 'The lanterns of the north were lit.\n' })),
    ('vim.g.penholder_path = %q\nvim.ui.open = function(path) _G.opened = path end\n%s'):format(t.server, enable)
  )
  child:lua([[vim.cmd('runtime plugin/penholder.lua')]])
  child:open('draft.md')
  return child
end

t.case('the report is made of the buffer as it stands', function()
  local child = draft('Report.\n')
  child:lua([[vim.api.nvim_buf_set_lines(0, 0, -1, false, { 'See A/HCR/53/26.' })]])
  child:lua([[vim.cmd('PenholderReport')]])
  local page = child:lua([[return table.concat(vim.fn.readfile(_G.opened), '\n')]])
  t.contains('Clearance report', page)
  t.contains('A/HCR/53/26', page)
  t.contains(child:lua('return _G.opened'), child:lua([[return messages[1].text]]))
end)

t.case('a comparison shows what an earlier version had', function()
  local child = draft('The lanterns of the south were lit.\n')
  child:lua('vim.cmd.PenholderCompare(...)', child.folder .. '/old.md')
  local page = child:lua([[return table.concat(vim.fn.readfile(_G.opened), '\n')]])
  t.contains('<del>north</del>', page)
  t.contains('<ins>south</ins>', page)
end)

t.run()
