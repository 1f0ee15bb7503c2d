-- :checkhealth forthright
local M = {}

local function program()
  local command = require('forthright').config().cmd[1]
  if vim.fn.executable(command) == 0 then
    vim.health.error(('the program %s is not on this machine'):format(command), {
      'cargo install --path . in a checkout of Forthright puts it on the PATH of most shells',
      "or name it: vim.lsp.config('forthright', { cmd = { '/where/it/is/forthright', 'lsp' } })",
    })
    return
  end
  local result = vim.system({ command, '--version' }, { text = true }):wait()
  if result.code == 0 then
    vim.health.ok(('%s (%s)'):format(vim.trim(result.stdout), vim.fn.exepath(command)))
  else
    vim.health.error(('%s --version fails: %s'):format(command, vim.trim(result.stderr)))
  end
end

local function clients()
  local running = vim.lsp.get_clients({ name = 'forthright' })
  if #running == 0 then
    vim.health.info('not running: it starts when a draft is opened, a buffer whose file type is one of '
      .. table.concat(require('forthright').config().filetypes, ', '))
  end
  for _, client in ipairs(running) do
    vim.health.ok(('running, with %d buffer(s), positions in %s'):format(
      #vim.lsp.get_buffers_by_client_id(client.id),
      client.offset_encoding
    ))
  end
end

function M.check()
  vim.health.start('Forthright')
  if vim.fn.has('nvim-0.10') == 1 then
    vim.health.ok('Neovim ' .. tostring(vim.version()))
  else
    vim.health.error('Neovim 0.10 or newer is needed')
    return
  end
  program()
  clients()
end

return M
