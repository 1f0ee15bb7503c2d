-- What the command :Forthright does.
local M = {}

-- What the program calls the format of a file type.
local FORMATS = { mail = 'email', markdown = 'markdown', text = 'text' }

--- The configuration in force: lsp/forthright.lua and what the user made of it.
---@return table
function M.config()
  if vim.lsp.config then
    return vim.lsp.config.forthright
  end
  local file = vim.api.nvim_get_runtime_file('lsp/forthright.lua', false)[1]
  return vim.tbl_deep_extend('force', dofile(file), vim.g.forthright or {})
end

--- Attaches the program to a buffer if it is a draft; Neovim 0.10 needs this.
---@param buffer integer
function M.start(buffer)
  local config = M.config()
  if vim.bo[buffer].buftype == '' and vim.tbl_contains(config.filetypes, vim.bo[buffer].filetype) then
    local found = vim.fs.root(buffer, config.root_markers)
    vim.lsp.start(vim.tbl_extend('error', { name = 'forthright', root_dir = found }, config), { bufnr = buffer })
  end
end

--- What the program prints, as lines; nil, after a word to the user, if it cannot.
---@param arguments string[]
---@param input? string
---@return string[]?
local function program(arguments, input)
  local command = vim.list_extend({ M.config().cmd[1] }, arguments)
  local started, process = pcall(vim.system, command, { stdin = input, text = true, env = { NO_COLOR = '1' } })
  if not started then
    vim.notify('forthright: cannot run ' .. command[1] .. '; see :checkhealth forthright', vim.log.levels.ERROR)
    return nil
  end
  local result = process:wait()
  if result.code ~= 0 then
    vim.notify('forthright: ' .. vim.trim(result.stderr), vim.log.levels.ERROR)
    return nil
  end
  return vim.split(vim.trim(result.stdout), '\n')
end

--- Shows lines in a floating window, which q closes.
---@param lines string[]?
---@param syntax string
---@param title string
local function float(lines, syntax, title)
  if lines == nil then
    return
  end
  local _, window = vim.lsp.util.open_floating_preview(lines, syntax, {
    border = 'rounded',
    title = ' ' .. title .. ' ',
    focus_id = 'forthright',
    wrap = true,
    max_width = math.min(100, vim.o.columns - 4),
    max_height = math.max(5, vim.o.lines - 6),
  })
  vim.wo[window].linebreak = true
  vim.wo[window].breakindent = true
  vim.api.nvim_set_current_win(window)
end

--- The findings in the buffer, or in one line of it.
---@param line? integer counted from 0
---@return vim.Diagnostic[]
local function findings(line)
  return vim.tbl_filter(function(diagnostic)
    return diagnostic.source == 'forthright'
  end, vim.diagnostic.get(0, { lnum = line }))
end

---@param kind string
local function take(kind)
  if #vim.lsp.get_clients({ bufnr = 0, name = 'forthright' }) == 0 then
    vim.notify('forthright: not running here; see :checkhealth forthright', vim.log.levels.WARN)
    return
  end
  vim.lsp.buf.code_action({
    apply = true,
    context = { only = { kind }, diagnostics = {} },
    range = { start = { 1, 0 }, ['end'] = { vim.fn.line('$'), 0 } },
    filter = function(action)
      return vim.startswith(action.kind or '', kind)
    end,
  })
end

---@type table<string, fun(argument?: string)>
local commands = {
  rewrite = function()
    take('refactor.rewrite')
  end,
  fix = function()
    take('source.fixAll.forthright')
  end,
  inspect = function()
    local text = table.concat(vim.api.nvim_buf_get_lines(0, 0, -1, false), '\n') .. '\n'
    local format = FORMATS[vim.bo.filetype]
    local arguments = format and { 'inspect', '--as', format, '-' } or { 'inspect', '-' }
    local lines = program(arguments, text)
    if lines then
      -- What was read from a pipe has no name.
      lines[1] = lines[1]:gsub('^%- ', '')
    end
    float(lines, 'text', 'inspect')
  end,
  explain = function(rule)
    local here = findings(vim.fn.line('.') - 1)[1]
    rule = rule or (here and here.code --[[@as string]])
    if rule == nil then
      vim.notify('forthright: nothing found in this line; name a rule', vim.log.levels.WARN)
      return
    end
    float(program({ 'explain', rule }), 'text', rule)
  end,
  check = function()
    local found = findings()
    if #found == 0 then
      vim.notify('forthright: nothing to say')
      return
    end
    vim.fn.setloclist(0, {}, ' ', { title = 'Forthright', items = vim.diagnostic.toqflist(found) })
    vim.cmd.lopen()
  end,
}

--- Runs `:Forthright {arguments}`.
---@param arguments string[]
function M.run(arguments)
  local command = commands[arguments[1]]
  if command == nil then
    local names = table.concat(M.complete('', 'Forthright '), ', ')
    vim.notify(('forthright: no command %s; there are %s'):format(arguments[1], names), vim.log.levels.ERROR)
    return
  end
  command(arguments[2])
end

--- What may stand at the end of a command line.
---@param word string
---@param line string
---@return string[]
function M.complete(word, line)
  local words = vim.tbl_keys(commands)
  if line:match('^%S+%s+explain%s') then
    words = vim.tbl_map(function(row)
      return row:match('^%s*([%l-]+)%s+%l+%s+%u') or ''
    end, program({ 'rules' }) or {})
  elseif line:match('^%S+%s+%S+%s') then
    words = {}
  end
  table.sort(words)
  return vim.tbl_filter(function(candidate)
    return candidate ~= '' and vim.startswith(candidate, word)
  end, words)
end

return M
