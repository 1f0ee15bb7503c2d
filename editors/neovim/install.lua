-- Builds the program and installs it and the plugin, from a checkout:
--
--   nvim -l editors/neovim/install.lua
--
-- The plugin is a link in Neovim's package folder, so it follows the checkout.
local here = vim.fs.dirname(vim.fn.fnamemodify(debug.getinfo(1, 'S').source:sub(2), ':p'))
local root = vim.fs.dirname(vim.fs.dirname(here))

local function fail(message)
  io.stderr:write(message .. '\n')
  os.exit(1)
end

print('Building forthright with cargo; this takes a minute or two.')
local built = vim.system({ 'cargo', 'install', '--locked', '--path', root }, { text = true }):wait()
if built.code ~= 0 then
  fail(built.stderr)
end
local folder = vim.fs.joinpath(vim.fn.stdpath('data') --[[@as string]], 'site', 'pack', 'forthright', 'start')
local link = vim.fs.joinpath(folder, 'forthright')
vim.fn.mkdir(folder, 'p')
if vim.uv.fs_lstat(link) then
  vim.uv.fs_unlink(link)
end
local linked, problem = vim.uv.fs_symlink(here, link, { dir = true, junction = true })
if not linked then
  fail(problem)
end
vim.cmd.helptags(vim.fs.joinpath(here, 'doc'))
print('Installed. Open a mail, or read :help forthright.')
if vim.fn.executable('forthright') == 0 then
  print('forthright is not on your PATH yet: add ~/.cargo/bin to it.')
end
