"""Someone who has every answer, by anything, and a solver, cannot work out one hidden count."""

from __future__ import annotations

from collections import defaultdict

import numpy as np
import pytest
from support_panel import analysis, read_ndjson, rules
from synthetic import lines_of

scipy_optimize = pytest.importorskip("scipy.optimize")
from scipy.sparse import csr_matrix  # noqa: E402
from scipy.sparse.csgraph import connected_components  # noqa: E402

# The rules that are asked of the same records.
PHASES = {
    rule["code"]: "none" if "previous" in rule["needs"] else rule["phase"] for rule in rules()
}
AS_OF = "2026-06-30"
BY = (None, "year", "quarter", "kind", "children")
QUESTIONS = {
    analysis.attendance: (("n", "missing attended apologies absent not_invited"),),
    analysis.completeness: (("n", "with_findings clear"),),
    analysis.overruns: (("n", "over within"),),
    analysis.voice_of_the_child: (("n", "all_heard some_heard none_heard"),),
    analysis.movement: (("n", "better same worse"),),
    analysis.family_and_professionals: (("n", "family_lower same family_higher"),),
    analysis.deviations: (("n", "lower same higher"),),
    analysis.spread: (
        ("n", "close step_down stay step_up defer missing"),
        ("asked_again", "narrower as_before wider"),
    ),
    analysis.actions: (
        ("n", "on_time late overdue not_yet_due missing"),
        ("n", "carried_never carried"),
    ),
    analysis.timing: (),
    analysis.agreement: (),
    analysis.volumes: (
        ("n", "missing initial review"),
        ("n", "planned in_progress adjourned concluded"),
    ),
    analysis.decisions: (("n", "followed missing"), ("followed", "either neither")),
}
NOT_ASKED = {
    (analysis.actions, None),
    (analysis.spread, "decision"),
    (analysis.decisions, "decision"),
    (analysis.deviations, "kind"),
    (analysis.voice_of_the_child, "kind"),
}
# Parts that are no more than another count.
PARTS_OF = {
    analysis.voice_of_the_child: (
        ("child_attended", "n"),
        ("child_rated", "n"),
        ("child_raised", "n"),
        ("children_heard", "children"),
        ("n", "children"),
    ),
    analysis.actions: (("carried_again", "carried"),),
    analysis.spread: (("dissent", "n"), ("asked_again", "n")),
    analysis.completeness: (("with_findings", "findings"),),
    analysis.timing: (("before", "n"),),
    analysis.volumes: (("families", "n"), ("returned", "n")),
    analysis.decisions: (("stepped_up", "either"), ("returned", "either")),
}
SHARES = {
    "share_attended": ("attended", "n"),
    "share_clear": ("clear", "n"),
    "share_over": ("over", "n"),
    "share_all_heard": ("all_heard", "n"),
    "share_children_heard": ("children_heard", "children"),
    "share_stepped_up": ("stepped_up", "followed"),
    "share_returned": ("returned", "followed"),
}


class Attacker:
    """Knows what the answers show, and what has to be true of them."""

    def __init__(self, tables, threshold, questions=QUESTIONS, bys=BY, naive=False):
        self.truth: list[int] = []
        self.shown: list[bool] = []
        self.cells: list[tuple] = []
        self.place: dict[tuple, int] = {}
        self.equal: list[tuple[dict[int, int], int]] = []
        self.at_most: list[dict[int, int]] = []
        for question in questions:
            for by in bys:
                if (question, by) in NOT_ASKED:
                    continue
                self._read(question, by, tables, threshold, naive)
        for question in questions:
            self._of_one(question, bys)
        self._of_all(questions, bys)

    def _read(self, question, by, tables, threshold, naive):
        how = {"by": by} if by else {}
        plain = question(tables, threshold=0, library="pyarrow", **how)
        shown = question(tables, threshold=0 if naive else threshold, library="pyarrow", **how)
        counts = [f.name for f in plain.schema if str(f.type) == "int64"]
        for true, seen in zip(plain.to_pylist(), shown.to_pylist(), strict=True):
            keys = tuple((k, v) for k, v in true.items() if isinstance(v, str | None) and k != by)
            keys = tuple(
                (k, v)
                for k, v in keys
                if not k.startswith(("share", "median", "mean", "q1", "q3", "planned"))
            )
            for name in counts:
                cell = (question, by, true.get(by) if by else None, keys, name)
                self.place[cell] = len(self.cells)
                self.cells.append(cell)
                self.truth.append(true[name])
                hidden = 0 < true[name] < threshold if naive else seen[name] is None
                self.shown.append(not hidden)
            row = {
                name: self.place[question, by, true.get(by) if by else None, keys, name]
                for name in counts
            }
            for total, parts in QUESTIONS[question]:
                self._equal({row[total]: 1, **{row[part]: -1 for part in parts.split()}}, 0)
            for small, great in PARTS_OF.get(question, ()):
                self.at_most.append({row[small]: 1, row[great]: -1})
            for share, (part, whole) in SHARES.items():
                if seen.get(share) is not None and not naive:
                    # A share that is shown makes one of the two known by the other.
                    assert seen[part] is not None and seen[whole] is not None

    def _equal(self, terms, value):
        self.equal.append((terms, value))

    def _of_one(self, question, bys):
        """Groups make up the whole, and quarters their year."""
        sums = defaultdict(list)
        for cell in (cell for cell in self.cells if cell[0] is question):
            _, by, group, keys, name = cell
            sums[by, keys, name].append((group, self.place[cell]))
        for (by, keys, name), parts in sums.items():
            whole = self.place.get((question, None, None, keys, name))
            if by and whole is not None:
                self._equal({whole: 1, **{place: -1 for _, place in parts}}, 0)
            elif by and by != bys[1] and question is analysis.actions:
                first = sums[bys[1], keys, name]
                self._equal({**{p: 1 for _, p in first}, **{p: -1 for _, p in parts}}, 0)
            if by == "quarter" and "year" in bys:
                for year, place in sums["year", keys, name]:
                    theirs = {
                        p: -1 for quarter, p in parts if (quarter or "----")[:4] == (year or "----")
                    }
                    self._equal({place: 1, **theirs}, 0)

    def _of_all(self, questions, bys):
        """What has to be the same in many rows of one group."""
        for by in bys:
            alike = defaultdict(list)
            for (question, its, group, keys, name), place in self.place.items():
                if its != by:
                    continue
                # Panels and families are the same for every rule and step, panels that have begun for every seat.
                if question in (analysis.completeness, analysis.timing) and name in (
                    "n",
                    "missing",
                ):
                    alike[question, group].append((keys, place))
                if question is analysis.attendance and name == "n":
                    alike[question, group].append((keys, place))
                if question is analysis.completeness and name == "n":
                    phase = PHASES[dict(keys)["code"]]
                    alike[question, group, phase].append((keys, place))
            for places in alike.values():
                sums = defaultdict(list)
                for keys, place in places:
                    sums[keys].append(place)
                first, *others = sums.values()
                for other in others:
                    assert sum(self.truth[p] for p in first) == sum(self.truth[p] for p in other)
                    self._equal({**dict.fromkeys(first, 1), **dict.fromkeys(other, -1)}, 0)

    def problem(self):
        unknown = [place for place, shown in enumerate(self.shown) if not shown]
        column = {place: number for number, place in enumerate(unknown)}
        rows = [self._row(terms, value, column) for terms, value in self.equal] + [
            self._row(terms, 0, column) for terms in self.at_most
        ]
        kinds = [True] * len(self.equal) + [False] * len(self.at_most)
        kept = [(row, kind) for row, kind in zip(rows, kinds, strict=True) if row[0]]
        data, lower, upper = [], [], []
        for number, ((terms, value), kind) in enumerate(kept):
            data += [(number, at, by) for at, by in terms.items()]
            lower.append(value if kind else -np.inf)
            upper.append(value)
        matrix = csr_matrix(
            ([v for *_, v in data], ([r for r, *_ in data], [c for _, c, _ in data])),
            shape=(len(kept), len(unknown)),
        )
        return unknown, matrix, np.array(lower), np.array(upper)

    def _row(self, terms, value, column):
        left = defaultdict(int)
        for place, times in terms.items():
            if place in column:
                left[column[place]] += times
            else:
                value -= times * self.truth[place]
        return {at: by for at, by in left.items() if by}, value

    def found(self):
        """The hidden cells that have one possible value, each shown to be so by a whole-number program; and how many are hidden."""
        unknown, matrix, lower, upper = self.problem()
        truth = np.array([self.truth[place] for place in unknown], dtype=float)
        assert all(matrix @ truth <= upper + 1e-9) and all(matrix @ truth >= lower - 1e-9)
        # What nothing ties together is asked apart.
        touching = matrix.T @ matrix if matrix.shape[0] else csr_matrix((len(unknown),) * 2)
        _, labels = connected_components(abs(touching), directed=False)
        found = []
        for label in range(labels.max(initial=-1) + 1):
            own = np.flatnonzero(labels == label)
            rows = np.unique(matrix[:, own].nonzero()[0])
            part = matrix[rows][:, own]
            fixed = self._fixed(part, lower[rows], upper[rows], truth[own])
            found += [self.cells[unknown[place]] for place in own[fixed]]
        return found, len(unknown)

    def _fixed(self, matrix, lower, upper, truth):
        chance = np.random.default_rng(1)
        left = np.ones(len(truth), dtype=bool)
        idle = 0
        while left.any() and idle < 3:
            towards = left * chance.choice([-1.0, 1.0], len(truth))
            other = self._solve(towards, matrix, lower, upper, truth)
            moved = left & (np.abs(other - truth) > 0.5)
            idle = 0 if moved.any() else idle + 1
            left &= ~moved
        fixed = []
        for at in np.flatnonzero(left):
            one = np.zeros(len(truth))
            one[at] = 1.0
            others = [self._solve(sign * one, matrix, lower, upper, truth)[at] for sign in (1, -1)]
            if all(abs(other - truth[at]) < 0.5 for other in others):
                fixed.append(at)
        return np.array(fixed, dtype=int)

    def _solve(self, towards, matrix, lower, upper, truth):
        result = scipy_optimize.milp(
            towards,
            constraints=scipy_optimize.LinearConstraint(matrix, lower, upper)
            if matrix.shape[0]
            else (),
            integrality=np.ones(len(truth)),
            bounds=scipy_optimize.Bounds(0, truth + 50),
            options={"time_limit": 60},
        )
        assert result.x is not None
        return np.round(result.x)


@pytest.fixture(scope="module", params=[(60, 11), (90, 21)], ids=["few records", "more"])
def tables(request):
    n, seed = request.param
    return read_ndjson(lines_of(n, seed=seed, defects=0.5).encode(), as_of=AS_OF)


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question.__name__)
def test_no_hidden_count_has_one_value(tables, question):
    """Whoever asks one question by everything learns no more."""
    attacker = Attacker(tables, 5, [question])
    found, hidden = attacker.found()
    assert hidden > 20
    assert not found, (len(found), hidden, found[:5])


def test_without_the_further_suppression_the_solver_finds_them(tables):
    asked = [question for question in QUESTIONS if question is not analysis.completeness]
    found, hidden = Attacker(tables, 5, asked, naive=True).found()
    # 491 of 2492 of the few records, 434 of 2994 of the more.
    assert len(found) > hidden / 8, (len(found), hidden)


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question.__name__)
def test_each_small_count_alone_is_found(tables, question):
    """Where nothing else is hidden, every small count can be worked out: the solver is blind to none."""
    attacker = Attacker(tables, 0, [question])
    tied = {place for terms, _ in attacker.equal for place in terms}
    small = [place for place, count in enumerate(attacker.truth) if 0 < count < 5 and place in tied]
    assert len(small) > 10
    for place in small[:: max(len(small) // 5, 1)]:
        attacker.shown[place] = False
        assert attacker.found() == ([attacker.cells[place]], 1)
        attacker.shown[place] = True


@pytest.mark.parametrize("threshold", [3, 10])
def test_other_thresholds_hold_as_well(threshold):
    tables = read_ndjson(lines_of(80, seed=8, defects=0.5).encode(), as_of=AS_OF)
    asked = [question for question in QUESTIONS if question is not analysis.completeness]
    attacker = Attacker(tables, threshold, asked, (None, "year", "quarter", "kind"))
    found, hidden = attacker.found()
    assert hidden > 100 and not found, (len(found), found[:5])


@pytest.mark.parametrize("threshold", range(2, 11))
def test_attendance_holds_at_every_threshold(threshold):
    """What is left of a total shows that a seat's counts are 0 in every group that is hidden: they are not hidden any more."""
    tables = read_ndjson(lines_of(80, seed=8, defects=0.5).encode(), as_of=AS_OF)
    found, hidden = Attacker(tables, threshold, [analysis.attendance]).found()
    assert hidden > 100 and not found, (len(found), found[:5])
