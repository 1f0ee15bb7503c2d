"""A program in a terminal of its own: keys go in, the screen comes out as text and as a picture.

The terminal is tmux without the user's configuration; pictures are drawn by Chromium.
"""

import html
import os
import re
import shlex
import subprocess
import tempfile
import time

# How long a machine that is busy with other things may take over one step, in seconds.
PATIENCE = 120

BACKGROUND, FOREGROUND = "#14161b", "#e0e2ea"
COLOURS = (
    "#07080d #ffc0b9 #b3f6c0 #fce094 #a6dbff #ffcaff #8cf8f7 #eef1f8 "
    "#4f5258 #ffc0b9 #b3f6c0 #fce094 #a6dbff #ffcaff #8cf8f7 #eef1f8"
).split()
UNDERLINES = {"1": "solid", "2": "double", "3": "wavy", "4": "dotted", "5": "dashed"}


class Terminal:
    """Use it in a `with` block; the program ends with the block."""

    def __init__(self, command, out, env=None, columns=100, rows=30):
        self.out, self.columns, self.rows = out, columns, rows
        self.folder = tempfile.TemporaryDirectory(prefix="forthright-terminal-")
        self.socket = os.path.join(self.folder.name, "socket")
        os.makedirs(out, exist_ok=True)
        variables = {"TERM": "tmux-256color", "COLORTERM": "truecolor", "LANG": "C.UTF-8", **(env or {})}
        pairs = [f"{name}={value}" for name, value in variables.items()]
        self._tmux("new-session", "-d", "-x", str(columns), "-y", str(rows), shlex.join(["exec", "env", *pairs, *command]))
        self._tmux("set-option", "-g", "remain-on-exit", "on")

    def __enter__(self):
        return self

    def __exit__(self, *_):
        subprocess.run(["tmux", "-S", self.socket, "kill-server"], capture_output=True)
        self.folder.cleanup()

    def _tmux(self, *arguments):
        command = ["tmux", "-S", self.socket, "-f", "/dev/null", *arguments]
        return subprocess.run(command, check=True, capture_output=True, text=True).stdout

    def keys(self, *names):
        """Presses keys by their tmux names: `Enter`, `C-n`, `Escape`."""
        self._tmux("send-keys", *names)

    def type(self, text):
        """Types text as it stands."""
        self._tmux("send-keys", "-l", text)

    def screen(self):
        """What is to be seen."""
        return self._tmux("capture-pane", "-p")

    def wait(self, pattern):
        """Waits until the screen matches, and returns the match."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            found = re.search(pattern, self.screen(), re.MULTILINE)
            if found:
                return found
            time.sleep(0.1)
        raise AssertionError(f"waited in vain for {pattern!r}; the screen was\n{self.screen()}")

    def wait_for_end(self):
        """Waits until the program has ended."""
        end = time.monotonic() + PATIENCE
        while self._tmux("display-message", "-p", "#{pane_dead}").strip() != "1":
            assert time.monotonic() < end, f"the program goes on; the screen was\n{self.screen()}"
            time.sleep(0.1)

    def picture(self, name):
        """Writes the screen as NAME.png."""
        page = os.path.join(self.folder.name, name + ".html")
        with open(page, "w", encoding="utf-8") as file:
            file.write(as_page(self._tmux("capture-pane", "-e", "-N", "-p")))
        photograph(page, os.path.join(self.out, f"{name}.png"), int(self.columns * 9.04) + 24, self.rows * 20 + 24)


def photograph(page, picture, width, height):
    """Writes what Chromium shows of a file; it is started again if it hangs or falls over."""
    browser = ["chromium", "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--hide-scrollbars"]
    browser += ["--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"]
    browser += [f"--window-size={width},{height}", f"--screenshot={os.path.abspath(picture)}", f"file://{page}"]
    for tries_left in (2, 1, 0):
        with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
            try:
                subprocess.run([*browser, f"--user-data-dir={profile}"], check=True, capture_output=True, timeout=PATIENCE)
                return
            except (subprocess.CalledProcessError, subprocess.TimeoutExpired):
                if not tries_left:
                    raise


def as_page(screen):
    """A screen with its escape sequences, as HTML."""
    style, parts = {}, []
    for end, text, codes in re.findall(r"(\n)|([^\x1b\n]+)|\x1b\[([0-9;:]*)m", re.sub(r"\x1b[()][A-Z0-9]|[\x0e\x0f]", "", screen)):
        if end:
            parts.append(end)
        elif text:
            parts.append(f'<span style="{css(style)}">{html.escape(text)}</span>')
        else:
            apply(codes, style)
    # Blocks, so that a background fills its line to the next one.
    head = '<!doctype html><meta charset="utf-8"><style>span{display:inline-block;height:20px;vertical-align:top}</style>'
    font = "font:15px/20px 'DejaVu Sans Mono',monospace"
    body = f'<body style="margin:0;background:{BACKGROUND}"><pre style="margin:12px;{font};color:{FOREGROUND}">'
    return f'{head}{body}{"".join(parts)}</pre>'


def css(style):
    """The style of one stretch of text."""
    fore, back = style.get("fore", FOREGROUND), style.get("back", BACKGROUND)
    if "reverse" in style:
        fore, back = back, fore
    rules = [f"color:{fore}", f"background:{back}"]
    rules += ["font-weight:bold"] * ("bold" in style) + ["opacity:.65"] * ("dim" in style)
    rules += ["font-style:italic"] * ("italic" in style)
    if "underline" in style:
        rules.append(f"text-decoration:underline {style['underline']} {style.get('line', 'currentcolor')}")
    return ";".join(rules)


def apply(codes, style):
    """Applies one `ESC [ … m` to a style."""
    numbers = iter(re.split(";", codes or "0"))
    for code in numbers:
        whole, *rest = code.split(":")
        number = int(whole or 0)
        if number == 0:
            style.clear()
        elif number in (1, 2, 3, 7):
            style[{1: "bold", 2: "dim", 3: "italic", 7: "reverse"}[number]] = True
        elif number == 4 and rest != ["0"]:
            style["underline"] = UNDERLINES[rest[0] if rest else "1"]
        elif number in (38, 48, 58):
            rest = [part for part in rest if part] or [next(numbers)]
            wanted = 3 if rest[0] == "2" else 1
            rest += [next(numbers) for _ in range(wanted + 1 - len(rest))]
            style[{38: "fore", 48: "back", 58: "line"}[number]] = colour(rest)
        elif 30 <= number <= 37 or 90 <= number <= 97:
            style["fore"] = COLOURS[number - 30 if number < 90 else number - 82]
        elif 40 <= number <= 47 or 100 <= number <= 107:
            style["back"] = COLOURS[number - 40 if number < 100 else number - 92]
        else:
            ended = {4: "underline", 22: "bold dim", 23: "italic", 24: "underline", 27: "reverse"}
            ended |= {39: "fore", 49: "back", 59: "line"}
            for name in ended.get(number, "").split():
                style.pop(name, None)


def colour(parts):
    """`2, red, green, blue` or `5, index` as CSS."""
    if parts[0] == "2":
        return "#" + "".join(f"{int(part):02x}" for part in parts[-3:])
    index = int(parts[1])
    if index < 16:
        return COLOURS[index]
    if index < 232:
        levels = [0, 95, 135, 175, 215, 255]
        index -= 16
        return "#%02x%02x%02x" % (levels[index // 36], levels[index // 6 % 6], levels[index % 6])
    return "#" + f"{8 + 10 * (index - 232):02x}" * 3
