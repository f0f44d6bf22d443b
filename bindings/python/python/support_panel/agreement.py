"""How far ratings agree: three indices for research and for looking back over many panels.

Look at the spread and the lowest score first: an index can hide one worried person. Agreement is not correctness
either: a panel may agree and be wrong. No threshold is built in, and none is recommended.

- `alpha`: K. Krippendorff (2011), Computing Krippendorff's Alpha-Reliability, University of Pennsylvania.
- `average_deviation`: M. J. Burke, L. M. Finkelstein & M. S. Dusig (1999), Organizational Research Methods 2(1), 49-68.
- `within_group`: L. R. James, R. G. Demaree & G. Wolf (1984), Journal of Applied Psychology 69(1), 85-98.

What is undefined is refused with a PanelError: fewer than two values, no variation for alpha.
"""

from ._native import alpha, average_deviation, within_group

__all__ = ["alpha", "average_deviation", "within_group"]
