"""Short codes by a second hand: `python3 tests/codes.py NAME…` writes « CODE NAME » lines (tests/codes.txt)."""

import sys


def code(name):
    state = 0x811C9DC5
    while True:
        for byte in name.encode():
            state = ((state ^ byte) * 0x01000193) % 2**32
        number, place, written = state // 65536 ^ state, 0, ""
        while len(written) < 4:
            number, step = divmod(number, 15)
            place = (place + step + 1) % 16
            written += "346789DFHJKMNRWY"[place]
        if not written.isdigit() and not written.isalpha():
            return written


if __name__ == "__main__":
    for name in sys.argv[1:]:
        print(code(name), name)
