if vim.g.loaded_forthright then
  return
end
vim.g.loaded_forthright = true

if vim.fn.has('nvim-0.10') == 0 then
  vim.notify('forthright: Neovim 0.10 or newer is needed', vim.log.levels.WARN)
  return
end

if vim.lsp.enable then
  vim.lsp.enable('forthright')
else
  vim.api.nvim_create_autocmd('FileType', {
    group = vim.api.nvim_create_augroup('forthright', {}),
    desc = 'Start Forthright, as vim.lsp.enable does from Neovim 0.11 on',
    callback = function(event)
      require('forthright').start(event.buf)
    end,
  })
end

vim.api.nvim_create_user_command('Forthright', function(command)
  require('forthright').run(command.fargs)
end, {
  nargs = '+',
  desc = 'Rewrite, fix, inspect or check a draft; explain a rule',
  complete = function(word, line)
    return require('forthright').complete(word, line)
  end,
})
