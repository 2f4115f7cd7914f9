--- What a drafter sees in Neovim: each editor feature once, end to end, with the real server.
--- Run as `nvim --clean --headless -l features_test.lua`, with PENHOLDER set.
local here = vim.fs.dirname(vim.fn.fnamemodify(debug.getinfo(1, 'S').source:sub(2), ':p'))
package.path = here .. '/?.lua;' .. package.path
local t = require('harness')
local sample = require('sample')

-- As the README says for this version.
local enable = vim.lsp.config and "vim.lsp.enable('penholder')" or "require('penholder').setup()"

--- A child with `text` open as `name`, the server attached.
local function draft(text, name)
  name = name or 'draft.md'
  local child = t.child(
    t.folder(sample.workspace({ [name] = text })),
    ('vim.g.penholder_path = %q\n%s'):format(t.server, enable)
  )
  child:open(name)
  return child
end

t.case('a finding has its place, severity, code, message and source', function()
  -- The é and the curly quotation marks shift bytes against UTF-16 columns.
  local child = draft(
    '# Café\n\nThe “résumé” says: in paragraph 16 of General Assembly resolution 67/172 of 20 December 2012, '
      .. 'the Assembly asked for a report.'
  )
  local found = child:finding('C005')
  t.equal(vim.diagnostic.severity.ERROR, found.severity)
  t.equal('penholder', found.source)
  t.equal(2, found.line)
  t.equal('paragraph 16', found.at)
  t.contains('67/172 has 15 operative paragraphs', found.message)
end)

t.case('findings follow edits, and go when the text is right', function()
  local child = draft('Report.\n\nSee A/HCR/53/26.')
  t.equal('A/HCR/53/26', child:finding('C001').at)
  child:lua([[vim.api.nvim_buf_set_lines(0, 0, 0, false, { 'A new first line.', '' })]])
  t.wait('the finding two lines further down', function()
    local found = child:findings()[1]
    return found and found.line == 4 and found.at == 'A/HCR/53/26'
  end)
  child:find('A/HCR')
  child:type('cWA/HRC/53/26.<Esc>')
  t.wait('no finding', function()
    return #child:findings() == 0
  end)
end)

t.case('typing brings a finding', function()
  local child = draft('Report.\n\n')
  child:type('GoThe Council adopted Security Council resolution 1325 (2002) then.<Esc>')
  local found = child:finding('C002')
  t.equal(vim.diagnostic.severity.ERROR, found.severity)
  t.contains('2000', found.message)
end)

t.case('an acronym that is never introduced is information', function()
  local child = draft('UNIDO met in spring. The members of UNIDO agreed.')
  local found = child:finding('A001')
  t.equal(vim.diagnostic.severity.INFO, found.severity)
  t.equal('UNIDO', found.at)
end)

t.case('hover shows the title and the paragraph’s own words', function()
  local child = draft('It recalls paragraph 15 of General Assembly resolution 67/172 once more.')
  child:find('15 of')
  child:lua([[vim.lsp.buf.hover()]])
  local text = t.wait('the float', function()
    return child:float()
  end)
  t.contains('Protection of migrants', text)
  t.contains('lanterns and harbours', text)
end)

for _, fix in ipairs({
  { 'See A/HCR/53/26 for it.', 'C001', 'A/HRC/53/26', 'See A/HRC/53/26 for it.' },
  {
    'See Security Council resolution 1325 (2002).',
    'C002',
    '1325 (2000)',
    'See Security Council resolution 1325 (2000).',
  },
  {
    'See General Assembly resolution 67/172 of 19 December 2012.',
    'C004',
    '20 December 2012',
    'See General Assembly resolution 67/172 of 20 December 2012.',
  },
}) do
  local before, code, right, after = unpack(fix)
  t.case('the fix of ' .. code .. ' changes the text', function()
    local child = draft(before)
    local found = child:finding(code)
    t.equal(vim.diagnostic.severity.ERROR, found.severity)
    t.contains(right:match('2000') or right, found.message)
    child:find(found.at)
    child:lua([[
      local title = ...
      vim.lsp.buf.code_action({ apply = true, filter = function(action) return action.title == title end })
    ]], ('Change to “%s”'):format(right))
    t.wait('the right text', function()
      return child:text() == after
    end)
    t.wait('no finding ' .. code, function()
      return not vim.iter(child:findings()):any(function(left)
        return left.code == code
      end)
    end)
  end)
end

for _, lens in ipairs({
  { 'one place is gone to', '3. See paragraph 1 above.', 1 },
  { 'several places are listed', '3. See paragraph 1 above.\n\n4. As paragraph 1 above says.', 2 },
}) do
  local name, text, places = unpack(lens)
  t.case('the line above a paragraph leads to what refers to it: ' .. name, function()
    local folder = t.folder(sample.workspace({ ['draft.md'] = '1. One.\n\n2. Two.\n\n' .. text }))
    local config = "require('penholder').setup({ settings = { penholder = { codeLens = true } } })"
    local child = t.child(folder, ('vim.g.penholder_path = %q\n%s'):format(t.server, config))
    child:open('draft.md')
    t.wait('the line', function()
      child:lua([[vim.lsp.codelens.refresh()]])
      return child:lua([[return #vim.lsp.codelens.get(0)]]) > 0
    end)
    child:lua([[vim.api.nvim_win_set_cursor(0, { 1, 0 }); vim.lsp.codelens.run()]])
    t.wait('the places', function()
      if places == 1 then
        return child:lua([[return vim.api.nvim_win_get_cursor(0)[1] ]]) == 5
      end
      return child:lua([[return vim.bo.buftype == 'quickfix' and #vim.fn.getqflist() ]]) == places
    end)
  end)
end

t.case('completion offers a symbol of the sources, and puts it into the text', function()
  local child = draft('It recalls ')
  child:lua([[vim.o.completeopt = 'menuone,noinsert']]) -- a menu for a single item, too
  child:type('AA/RES/67/17<C-x><C-o>')
  -- How far the symbol is below the selected item.
  local steps = t.wait('the symbol in the menu', function()
    return child:lua([[
      local info = vim.fn.complete_info({ 'items', 'selected', 'pum_visible' })
      for index, item in ipairs(info.pum_visible == 1 and info.items or {}) do
        if item.word == 'A/RES/67/172' then
          return index - 1 - info.selected
        end
      end
    ]])
  end)
  child:type(('<C-n>'):rep(steps) .. '<C-y><Esc>')
  t.wait('the completed symbol', function()
    return child:text():find('^It recalls A/RES/67/172') ~= nil
  end)
end)

t.case('definition goes to the source', function()
  local child = draft('It recalls General Assembly resolution 67/172 once more.')
  child:find('67/172')
  child:lua([[vim.lsp.buf.definition()]])
  t.wait('the source in the window', function()
    return child:lua([[return vim.api.nvim_buf_get_name(0)]]) == child.folder .. '/' .. sample.source
  end)
end)

t.case('a citation is a link to the document', function()
  local child = draft('It recalls General Assembly resolution 67/172 once more.')
  local links = child:request('textDocument/documentLink', {})
  local targets = vim.tbl_map(function(link)
    return link.target
  end, links)
  assert(vim.tbl_contains(targets, 'https://docs.un.org/en/A/RES/67/172'), vim.inspect(links))
end)

t.case('the outline is the headings', function()
  local child = draft('# Report\n\nText.\n\n## Background\n\nText.\n\n## Way forward\n\nText.')
  child:lua([[vim.lsp.buf.document_symbol()]])
  local names = t.wait('the outline', function()
    local items = child:lua([[
      local items = vim.fn.getloclist(0)
      if #items == 0 then items = vim.fn.getqflist() end
      return vim.tbl_map(function(item) return item.text end, items)
    ]])
    return #items > 0 and items
  end)
  local outline = table.concat(names, '\n')
  for _, heading in ipairs({ 'Report', 'Background', 'Way forward' }) do
    t.contains(heading, outline)
  end
end)

t.case('settings that changed count when the draft is saved', function()
  local child = draft('See A/HCR/53/26.')
  child:finding('C001')
  vim.fn.writefile({ '[rules]', 'off = ["C001"]' }, child.folder .. '/penholder.toml')
  child:lua('vim.cmd.write()')
  t.wait('no finding', function()
    return #child:findings() == 0
  end)
end)

t.case('plain text is a draft too', function()
  local child = draft('See A/HCR/53/26.', 'draft.txt')
  t.equal('A/HCR/53/26', child:finding('C001').at)
end)

t.case('a folder with a space and an accent in its name works', function()
  local child = draft('See paragraph 16 of General Assembly resolution 67/172.', 'Réunion de mai/draft 1.md')
  t.equal('paragraph 16', child:finding('C005').at)
end)

t.run()
