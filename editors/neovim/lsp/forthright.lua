-- Neovim 0.11 and newer read this file; change anything in it with `vim.lsp.config('forthright', { ... })`.
---@type vim.lsp.Config
return {
  cmd = { 'forthright', 'lsp' },
  filetypes = { 'mail', 'markdown', 'text' },
  -- A draft written for a mail program lies in a temporary folder: having no root is no obstacle.
  root_markers = { 'forthright.toml', '.git' },
  settings = { forthright = vim.empty_dict() },
}
