#!/usr/bin/env python3
"""Makes docs/pictures from what the tests in the real editors left, and from the program in a terminal."""

import os
import tempfile

from terminal import Terminal, photograph

ROOT = os.path.abspath(os.path.join(os.path.dirname(__file__), "../.."))
LEFT = os.path.join(ROOT, "target/tmp/editors")
PICTURES = os.path.join(ROOT, "docs/pictures")

# Where each comes from, and how much of it is worth showing, from the upper left corner.
SHOWN = {
    "vscode-menu": ("vscode/4-menu.png", 830, 520),
    "vscode-hover": ("vscode/2-hover.png", 860, 440),
    "neovim": ("neovim/neovim-menu.png", 819, 424),
    "helix": ("helix/helix-menu.png", 819, 304),
}


def cut(source, width, height, target):
    """Writes the upper left part of a picture."""
    with tempfile.TemporaryDirectory() as folder:
        page = os.path.join(folder, "page.html")
        with open(page, "w", encoding="utf-8") as file:
            file.write(f'<body style="margin:0"><img src="file://{source}">')
        photograph(page, target, width, height)


for name, (source, width, height) in SHOWN.items():
    cut(os.path.join(LEFT, source), width, height, os.path.join(PICTURES, f"{name}.png"))
command = "forthright fix --all --diff examples/request-vague.eml"
shown = f"cd {ROOT}; echo '$ {command}'; target/debug/{command}; read wait"
with Terminal(["sh", "-c", shown], PICTURES, {"PATH": os.environ["PATH"]}, columns=92, rows=24) as screen:
    screen.wait("places in")
    screen.picture("terminal")
