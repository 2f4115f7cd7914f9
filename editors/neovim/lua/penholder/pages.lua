--- The clearance report and the comparison of two versions, opened in the browser.
---
--- The program makes the whole page; it is handed the text as it stands in the buffer, saved or not.
local program = require('penholder.program')

local M = {}

--- Milliseconds that a page may take: sources that nobody has asked yet are read first.
local PATIENCE = 60000

--- Runs the program with the buffer's text, writes the page into a temporary file and hands that to
--- `open`.
---@param arguments string[]
---@param open fun(path: string)? nil: |vim.ui.open|
local function show(arguments, open)
  local buffer = vim.api.nvim_get_current_buf()
  local name = vim.api.nvim_buf_get_name(buffer)
  local command = { program.command()[1] }
  vim.list_extend(command, arguments)
  vim.list_extend(command, { '--format', 'html', '--stdin-filename', name ~= '' and name or 'untitled.md' })
  local lines = vim.api.nvim_buf_get_lines(buffer, 0, -1, false)
  local started, process = pcall(vim.system, command, {
    stdin = table.concat(lines, '\n') .. '\n',
    text = true,
    timeout = PATIENCE,
  })
  if not started then
    vim.notify('Penholder cannot run “' .. command[1] .. '”', vim.log.levels.ERROR)
    return
  end
  local result = process:wait()
  if (result.stdout or '') == '' then
    vim.notify(vim.trim(result.stderr or 'Penholder has made no page.'), vim.log.levels.ERROR)
    return
  end
  local path = vim.fn.tempname() .. '.html'
  vim.fn.writefile(vim.split(result.stdout, '\n', { plain = true }), path)
  -- Where there is no browser nothing else tells where the page is.
  vim.notify('Penholder has written ' .. path)
  ;(open or vim.ui.open)(path)
  return path
end

--- Shows the clearance report of the current buffer.
function M.report(open)
  return show({ 'report', '-' }, open)
end

--- Shows what is different between the file `earlier` and the current buffer.
function M.compare(earlier, open)
  return show({ 'compare', vim.fn.fnamemodify(vim.fn.expand(earlier), ':p'), '-' }, open)
end

return M
