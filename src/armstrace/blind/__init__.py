"""Blind comparison: which serial numbers two lists share, without either side showing its list.

Both sides agree on a secret key. Each side makes keyed hashes (HMAC-SHA-256) of its serial numbers and of what a number
becomes by one slip (`keys`), hands over the hashes (`lists`), and looks for those of the other side among its own
(`common`).

>>> from armstrace.blind import blind_keys, common_serials
>>> from armstrace.weapons.serials import SerialNumber
>>> secret = bytes(range(32))  # of your own: secrets.token_bytes(32)
>>> left = blind_keys(map(SerialNumber.parse, ["S/N", "96714-62", "W361028", "F530742", "1122334"]), secret)
>>> right = blind_keys(map(SerialNumber.parse, ["9671462", "W36I028", "53O742", "1122335"]), secret)
>>> for pair in common_serials(left, right.for_exchange()).pairs:
...     print(pair.left_indexes, pair.level.value)
(1,) exact
(2,) exact
(3,) near
(4,) changed

What this protects: whoever does not have the key cannot tell a number from its hashes, nor try numbers out.

What it does not protect:

- *Serial numbers are guessable.* Whoever has the key can make the hashes of all numbers of a series and read the whole
  list. So each side can read all of the other's list if it takes the trouble, and so can a third party that gets hold
  of key and hashes. The key must stay between the two, be drawn at random, and be used for one exchange only: hashes
  under one key can be compared with each other for ever. This is no private set intersection, which needs a protocol.
- *Counts show*: how many different numbers a list has, and how many are common.
- *Shape shows*: the number of hashes shows the length of a number and whether it has zeros in front or falls into
  groups. Numbers of one list that are one slip apart share hashes, so that a series can be seen without the key.
- *Order and repetition show* in what `blind_keys` returns; `BlindList.for_exchange` takes both away.

An equal number is a hint, and not yet the same weapon: makes use the same numbers, short ones above all, and nothing
but the number is compared.
"""

from armstrace import _public

__getattr__, __dir__, __all__ = _public.shown(__name__)
