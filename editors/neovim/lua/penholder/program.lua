--- Which program is the server, and whether it runs.
---
--- The explicit path comes first, then PATH. A program is believed when `--version` has answered, so
--- that a wrong path, a lost execute bit or a build for another machine is explained before any
--- protocol is spoken to it.
local M = {}

--- Milliseconds that `--version` may take.
local PATIENCE = 5000

--- What the proved programs said, by path.
local proved = {}

--- The command with which the server was started last, and how it was chosen.
local started

--- The command that starts the server, and how it was chosen: the one that started it, where it runs.
---@return string[] command
---@return string origin
function M.command()
  if started then
    return unpack(started)
  end
  return M.chosen()
end

--- The command that the settings choose, and how.
---@return string[] command
---@return string origin
function M.chosen()
  local path = vim.g.penholder_path
  if type(path) == 'string' and path ~= '' then
    return { vim.fs.normalize(path), 'lsp' }, 'vim.g.penholder_path'
  end
  return { 'penholder', 'lsp' }, 'PATH'
end

--- Runs `program --version`.
---@return string? version its first line
---@return string? problem why there is none, in a few words
function M.version(program)
  if proved[program] then
    return proved[program]
  end
  if vim.fn.executable(program) == 0 then
    return nil, 'it is not there, or is not executable'
  end
  local runs, process = pcall(vim.system, { program, '--version' }, { text = true, timeout = PATIENCE })
  if not runs then
    return nil, 'it does not start (' .. tostring(process) .. ')'
  end
  local result = process:wait()
  if result.code ~= 0 then
    return nil, ('“--version” ended with code %d'):format(result.code)
  end
  local version = vim.trim(vim.split(result.stdout or '', '\n')[1])
  if version == '' then
    return nil, '“--version” says nothing'
  end
  proved[program] = version
  return version
end

--- What a drafter reads when the server cannot be started; it names the setting that helps.
function M.explain(command, origin, problem)
  return ('Penholder cannot run “%s” (from %s): %s. Set vim.g.penholder_path to the path of the penholder program.'):format(
    command[1],
    origin,
    problem
  )
end

--- A `cmd` for |vim.lsp.Config| that proves the program, then starts it. Neovim shows the error as a
--- message and leaves the buffer without a server.
---@param command string[]? nil: the one that `M.command` chooses when a draft is opened
function M.starter(command)
  return function(dispatchers, config)
    local chosen, origin = command, 'cmd'
    if not chosen then
      chosen, origin = M.chosen()
    end
    local version, problem = M.version(chosen[1])
    if not version then
      error(M.explain(chosen, origin, problem), 0)
    end
    started = { chosen, origin }
    config = config or {}
    return vim.lsp.rpc.start(chosen, dispatchers, { cwd = config.cmd_cwd, env = config.cmd_env })
  end
end

return M
