--- A test harness for `nvim -l`: named cases, and a child Neovim per case, driven over RPC.
---
--- The child is what a user runs: it has the plugin on its runtime path, real windows, and gets real
--- keystrokes. Everything waits for a condition; nothing sleeps for a fixed time.
local M = {}

local here = vim.fs.dirname(vim.fn.fnamemodify(debug.getinfo(1, 'S').source:sub(2), ':p'))
local plugin = vim.fs.normalize(vim.fn.fnamemodify(here .. '/..', ':p'))
local cases = {}

--- How long a condition may take on a busy machine, in milliseconds.
local PATIENCE = tonumber(vim.env.PATIENCE) or 30000

--- The server under test.
M.server = vim.env.PENHOLDER

function M.case(name, run)
  cases[#cases + 1] = { name = name, run = run }
end

function M.equal(want, got, what)
  if not vim.deep_equal(want, got) then
    error(('%s\n  want: %s\n  got:  %s'):format(what or 'not equal', vim.inspect(want), vim.inspect(got)), 2)
  end
end

function M.contains(part, whole)
  if not tostring(whole):find(part, 1, true) then
    error(('“%s” is not in:\n%s'):format(part, tostring(whole)), 2)
  end
end

--- Waits until `condition` returns something true, and returns that.
function M.wait(what, condition)
  local value
  local arrived = vim.wait(PATIENCE, function()
    value = condition()
    return value and value ~= vim.NIL
  end, 10)
  if not arrived then
    error('timed out: ' .. what .. ', last seen: ' .. vim.inspect(value), 2)
  end
  return value
end

--- A fresh folder holding `files` (path to text), and its path.
function M.folder(files)
  local root = vim.fn.tempname()
  vim.fn.mkdir(root, 'p')
  root = vim.uv.fs_realpath(root)
  for path, text in pairs(files) do
    local file = root .. '/' .. path
    vim.fn.mkdir(vim.fs.dirname(file), 'p')
    vim.fn.writefile(vim.split(text, '\n'), file)
  end
  return root
end

local Child = {}
Child.__index = Child

--- A Neovim with the plugin installed and `init` (Lua) as its configuration, started in `folder`.
--- `environment` is added to the tests' own.
function M.child(folder, init, environment)
  local config = vim.fn.tempname() .. '.lua'
  vim.fn.writefile(
    vim.list_extend({
      ('vim.opt.runtimepath:append(%q)'):format(plugin),
      'vim.o.swapfile = false',
      'messages = {}',
      'vim.notify = function(text, level) table.insert(messages, { text = text, level = level }) end',
    }, vim.split(init, '\n')),
    config
  )
  local home = vim.fn.tempname()
  vim.fn.mkdir(home, 'p')
  local channel = vim.fn.jobstart({ vim.v.progpath, '--embed', '--headless', '-i', 'NONE', '-u', config }, {
    rpc = true,
    cwd = folder,
    env = vim.tbl_extend('force', {
      HOME = home,
      XDG_CONFIG_HOME = home .. '/config',
      XDG_DATA_HOME = home .. '/data',
      XDG_STATE_HOME = home .. '/state',
    }, environment or {}),
  })
  assert(channel > 0, 'the child Neovim did not start')
  M.running = setmetatable({ channel = channel, folder = folder }, Child)
  return M.running
end

--- Runs Lua in the child and returns its value; `...` are its arguments.
function Child:lua(code, ...)
  return vim.rpcrequest(self.channel, 'nvim_exec_lua', code, { ... })
end

--- Types keys, as |nvim_input()|.
function Child:type(keys)
  vim.rpcrequest(self.channel, 'nvim_input', keys)
end

--- Opens a file of the folder and waits for the server to be ready in it.
function Child:open(file)
  self:lua('vim.cmd.edit(...)', self.folder .. '/' .. file)
  M.wait('the client', function()
    return self:lua([[
      local client = vim.lsp.get_clients({ bufnr = 0, name = 'penholder' })[1]
      return client ~= nil and client.initialized == true
    ]])
  end)
end

--- Puts the cursor on the first byte of `text` in the buffer.
function Child:find(text)
  assert(self:lua([[
    vim.api.nvim_win_set_cursor(0, { 1, 0 })
    return vim.fn.search('\\V' .. ..., 'cW') > 0
  ]], text), 'not in the draft: ' .. text)
end

--- The buffer's diagnostics, each with its text as `at`; waits for the one with `code`.
function Child:finding(code)
  return M.wait('finding ' .. code, function()
    for _, found in ipairs(self:findings()) do
      if found.code == code then
        return found
      end
    end
  end)
end

function Child:findings()
  return self:lua([[
    return vim.tbl_map(function(d)
      local lines = vim.api.nvim_buf_line_count(0)
      local at = d.end_lnum < lines
        and table.concat(vim.api.nvim_buf_get_text(0, d.lnum, d.col, d.end_lnum, d.end_col, {}), '\n')
      return {
        code = tostring(d.code), message = d.message, severity = d.severity, source = d.source,
        line = d.lnum, at = at,
      }
    end, vim.diagnostic.get(0))
  ]])
end

--- The text of the open float, if any.
function Child:float()
  return self:lua([[
    for _, window in ipairs(vim.api.nvim_list_wins()) do
      if vim.api.nvim_win_get_config(window).relative ~= '' then
        return table.concat(vim.api.nvim_buf_get_lines(vim.api.nvim_win_get_buf(window), 0, -1, false), '\n')
      end
    end
  ]])
end

function Child:text()
  return self:lua([[return table.concat(vim.api.nvim_buf_get_lines(0, 0, -1, false), '\n')]])
end

--- Asks the server directly, for what Neovim has no window of its own.
function Child:request(method, params)
  return self:lua([[
    local method, params = ...
    params.textDocument = { uri = vim.uri_from_bufnr(0) }
    local answers = vim.lsp.buf_request_sync(0, method, params, 20000)
    for _, answer in pairs(answers or {}) do
      assert(not answer.err, vim.inspect(answer.err))
      return answer.result
    end
  ]], method, params)
end

local function stop_child()
  local child = M.running
  M.running = nil
  if not child then
    return
  end
  pcall(vim.rpcnotify, child.channel, 'nvim_command', 'qall!')
  if vim.fn.jobwait({ child.channel }, 10000)[1] == -1 then
    vim.fn.jobstop(child.channel)
  end
end

--- Runs every case, prints a line each, and ends the process: code 1 when one failed.
function M.run()
  if not M.server or vim.fn.executable(M.server) == 0 then
    io.write('PENHOLDER must be the path of the penholder program\n')
    os.exit(1)
  end
  local only = vim.env.ONLY
  local failed, ran = 0, 0
  for _, case in ipairs(cases) do
    if not only or case.name:find(only, 1, true) then
      local ok, problem = xpcall(case.run, debug.traceback)
      local shown = not ok and M.running and select(2, pcall(M.running.lua, M.running, 'return messages'))
      stop_child()
      ran = ran + 1
      io.write(ok and 'ok   ' or 'FAIL ', case.name, '\n')
      if not ok then
        failed = failed + 1
        problem = ('%s\nmessages in Neovim: %s'):format(problem, vim.inspect(shown))
        io.write('     ', (problem:gsub('\n', '\n     ')), '\n')
      end
    end
  end
  io.write(('%s: %d cases, %d failed\n'):format(tostring(vim.version()), ran, failed))
  os.exit(failed == 0 and ran > 0 and 0 or 1)
end

return M
