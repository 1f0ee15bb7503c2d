"""A mail begun in neomutt, finished in Neovim with Forthright, and back in neomutt."""

import os
import sys

sys.path.insert(0, os.path.join(os.path.dirname(__file__), ".."))
from terminal import Terminal

home, nvim = os.environ["HOME"], os.environ["NVIM"]
plugin = os.path.abspath(os.path.join(os.path.dirname(__file__), "../../neovim"))
os.makedirs(os.path.join(home, "config/nvim"), exist_ok=True)
with open(os.path.join(home, "config/nvim/init.lua"), "w") as file:
    file.write(f"""
vim.opt.runtimepath:prepend('{plugin}')
vim.opt.swapfile = false
vim.opt.shortmess:append('I')
vim.diagnostic.config({{ virtual_text = true }})
vim.api.nvim_create_autocmd('LspAttach', {{
  callback = function(event)
    vim.lsp.inlay_hint.enable(true, {{ bufnr = event.buf }})
  end,
}})
""")
muttrc = os.path.join(home, "muttrc")
with open(muttrc, "w") as file:
    file.write(f"""
set folder="{home}" spoolfile="{home}/inbox" record="" postponed="{home}/postponed"
set from="robin@example.org" realname="Robin" editor="{nvim}" tmpdir="{home}"
set edit_headers autoedit fast_reply confirmcreate=no
""")

environment = {name: os.environ[name] for name in os.environ if name in ("HOME", "PATH") or name.startswith("XDG_")}
neomutt = ["neomutt", "-F", muttrc, "-n", "-s", "Audit report", "sam@example.org"]
with Terminal(neomutt, os.environ["OUT"], environment, columns=88, rows=20) as screen:
    screen.wait(r"^Subject: Audit report")
    screen.keys("G", "o")
    screen.type("Hi Sam,")
    screen.keys("Enter", "Enter")
    screen.type("Could you review the audit report?")
    screen.keys("Escape")
    screen.wait(r"Could you review.*■")
    screen.picture("neovim")
    screen.type("gra")
    screen.wait(r"1: .*“by")
    screen.picture("neovim-menu")
    screen.type("1")
    screen.keys("Enter")
    screen.wait(r"Could you review the audit report by \w+ \d")
    screen.type(":wq")
    screen.keys("Enter")
    screen.wait(r"y:Send")
    drafts = [name for name in os.listdir(home) if name.startswith("neomutt-")]
    assert len(drafts) == 1, drafts
    with open(os.path.join(home, drafts[0])) as file:
        assert "report by " in file.read()
print("a mail from neomutt through Neovim and back")
