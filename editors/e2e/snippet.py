"""Prints a code block of docs/editors.md: `snippet.py HEADING LANGUAGE [NUMBER]`, the first one unless told otherwise."""

import os
import re
import sys

heading, language, *number = sys.argv[1:]
with open(os.path.join(os.path.dirname(__file__), "../../docs/editors.md"), encoding="utf-8") as file:
    section = re.search(rf"^## {heading}\n(.*?)(?=^## |\Z)", file.read(), re.MULTILINE | re.DOTALL).group(1)
blocks = re.findall(rf"^```{language}\n(.*?)^```$", section, re.MULTILINE | re.DOTALL)
print(blocks[int(number[0]) - 1 if number else 0], end="")
