--- How the server is found and started, and what a drafter reads when it is not there.
--- Run as `nvim --clean --headless -l start_test.lua`, with PENHOLDER set.
local here = vim.fs.dirname(vim.fn.fnamemodify(debug.getinfo(1, 'S').source:sub(2), ':p'))
package.path = here .. '/?.lua;' .. package.path
local t = require('harness')
local sample = require('sample')

local setup = "require('penholder').setup()"
local wrong = sample.workspace({ ['a/draft.md'] = 'See A/HCR/53/26.' })

--- The texts of the messages shown so far, once there is one about Penholder.
local function message(child)
  return t.wait('a message', function()
    for _, shown in ipairs(child:lua('return messages')) do
      if shown.text:find('Penholder', 1, true) then
        return shown.text
      end
    end
  end)
end

local function clients(child)
  return child:lua([[return #vim.lsp.get_clients({ name = 'penholder' })]])
end

t.case('setup() finds the program on PATH', function()
  local bin = t.folder({})
  assert(vim.uv.fs_symlink(vim.fn.fnamemodify(t.server, ':p'), bin .. '/penholder'))
  local child = t.child(t.folder(wrong), setup, { PATH = bin .. ':' .. vim.env.PATH })
  child:open('a/draft.md')
  child:finding('C001')
end)

t.case('setup({ cmd }) replaces the command', function()
  local init = ("require('penholder').setup({ cmd = { %q, 'lsp' } })"):format(t.server)
  local child = t.child(t.folder(wrong), init, { PATH = '/usr/bin:/bin' })
  child:open('a/draft.md')
  child:finding('C001')
end)

t.case('setup({ filetypes }) narrows what is a draft', function()
  local init = ("vim.g.penholder_path = %q\nrequire('penholder').setup({ filetypes = { 'text' } })"):format(t.server)
  local child = t.child(t.folder(sample.workspace({ ['a.md'] = 'A', ['b.txt'] = 'B' })), init)
  child:lua('vim.cmd.edit(...)', child.folder .. '/a.md')
  child:open('b.txt')
  t.equal(1, child:lua([[
    local client = vim.lsp.get_clients({ name = 'penholder' })[1]
    return #vim.lsp.get_buffers_by_client_id(client.id)
  ]]))
end)

t.case('the settings file outranks a nearer sources folder as root', function()
  local files = sample.workspace({ ['a/draft.md'] = 'Text.', ['a/sources/note.txt'] = 'Text.' })
  local child = t.child(t.folder(files), ('vim.g.penholder_path = %q\n%s'):format(t.server, setup))
  child:open('a/draft.md')
  t.equal(child.folder, child:lua([[return vim.lsp.get_clients({ name = 'penholder' })[1].config.root_dir]]))
end)

t.case('a sources folder above the draft itself is no root', function()
  local child = t.child(t.folder({ ['sources/project/draft.md'] = 'Text.' }), ('vim.g.penholder_path = %q\n%s'):format(t.server, setup))
  child:open('sources/project/draft.md')
  t.equal(vim.NIL, child:lua([[return vim.lsp.get_clients({ name = 'penholder' })[1].config.root_dir or vim.NIL]]))
end)

t.case('two drafts of one folder share a server', function()
  local files = sample.workspace({ ['a.md'] = 'A', ['b.txt'] = 'B' })
  local child = t.child(t.folder(files), ('vim.g.penholder_path = %q\n%s'):format(t.server, setup))
  child:open('a.md')
  child:open('b.txt')
  t.equal(1, clients(child))
end)

t.case('a wrong path is explained, and names the setting', function()
  local child = t.child(t.folder(wrong), "vim.g.penholder_path = '/nowhere/penholder'\n" .. setup)
  child:lua('vim.cmd.edit(...)', child.folder .. '/a/draft.md')
  local text = message(child)
  t.contains('/nowhere/penholder', text)
  t.contains('Set vim.g.penholder_path', text)
  t.equal(0, clients(child))
end)

t.case('a program that is nowhere on PATH is explained', function()
  local child = t.child(t.folder(wrong), setup, { PATH = '/nowhere' })
  child:lua('vim.cmd.edit(...)', child.folder .. '/a/draft.md')
  t.contains('Set vim.g.penholder_path', message(child))
end)

for script, reason in pairs({ ['exit 3'] = 'ended with code 3', ['exit 0'] = 'says nothing' }) do
  t.case(('a program whose --version %s is explained'):format(reason), function()
    local folder = t.folder(wrong)
    vim.fn.writefile({ '#!/bin/sh', script }, folder .. '/broken')
    vim.uv.fs_chmod(folder .. '/broken', 493) -- 0755
    local child = t.child(folder, ('vim.g.penholder_path = %q\n%s'):format(folder .. '/broken', setup))
    child:lua('vim.cmd.edit(...)', folder .. '/a/draft.md')
    t.contains(reason, message(child))
    t.equal(0, clients(child))
  end)
end

t.case(':checkhealth says version and attached drafts', function()
  local child = t.child(t.folder(wrong), ('vim.g.penholder_path = %q\n%s'):format(t.server, setup))
  child:open('a/draft.md')
  child:lua([[vim.cmd('checkhealth penholder')]])
  local version = vim.trim(vim.fn.system({ t.server, '--version' }))
  t.contains('runs: ' .. version, child:text())
  t.contains('1 draft(s)', child:text())
end)

t.case(':checkhealth says what to do without the program', function()
  local child = t.child(t.folder(wrong), "vim.g.penholder_path = '/nowhere/penholder'")
  child:lua([[vim.cmd('checkhealth penholder')]])
  t.contains("vim.g.penholder_path = '/path/to/penholder'", child:text())
end)

t.case('the help is there', function()
  local child = t.child(t.folder(wrong), '')
  local doc = here .. '/../doc'
  child:lua([[
    local copy = vim.fn.tempname()
    vim.fn.mkdir(copy .. '/doc', 'p')
    vim.uv.fs_copyfile(... .. '/penholder.txt', copy .. '/doc/penholder.txt')
    vim.cmd.helptags(copy .. '/doc')
    vim.opt.runtimepath:prepend(copy)
    vim.cmd.help('g:penholder_path')
  ]], doc)
  t.contains('penholder.txt', child:lua([[return vim.api.nvim_buf_get_name(0)]]))
end)

t.run()
