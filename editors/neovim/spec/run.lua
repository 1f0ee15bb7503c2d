-- Runs busted (Debian's lua-busted) inside Neovim:  nvim -l spec/run.lua spec
local modules = vim.fn.glob('/usr/lib/*/lua/5.1', true, true)[1]
package.path = table.concat({ './lua/?.lua', './lua/?/init.lua', '/usr/share/lua/5.1/?.lua', '/usr/share/lua/5.1/?/init.lua', package.path }, ';')
package.cpath = modules .. '/?.so;' .. package.cpath
vim.opt.runtimepath:prepend(vim.fn.getcwd())
vim.cmd('filetype plugin on')
vim.cmd.runtime('plugin/forthright.lua')
_G.arg[0] = 'busted'
require('busted.runner')({ standalone = false })
