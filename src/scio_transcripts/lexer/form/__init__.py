"""The page's own form: the heads that could open a turn, what stands behind them, and the signature that wins.

In: lines, and whom the page names. Out: the heads that open turns, each with the clues that won. Knows no role.
"""
