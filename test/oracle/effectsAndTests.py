"""The functions of src/statistics, by SciPy and statsmodels, on small samples of three kinds: normal, skewed, with ties.

Writes `test/fixtures/statistics/statistics.json`: the samples and what each function gives of them. The interval of
DeLong's AUROC is in neither package: it is computed here from its definition, pair by pair. The random numbers of the
bootstrap are those of src/statistics/random.ts (mulberry32), the interval from them is SciPy's.
Run it with `pip install scipy statsmodels`: `python test/oracle/effectsAndTests.py`.
"""

import json
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import statsmodels.api as sm
from scipy import special, stats
from statsmodels.stats.meta_analysis import effectsize_smd
from statsmodels.stats.multitest import multipletests
from statsmodels.stats.proportion import proportion_confint

OUT = Path(__file__).resolve().parents[1] / "fixtures" / "statistics" / "statistics.json"
LEVEL = 0.95
Z = stats.norm.ppf((1 + LEVEL) / 2)


def mulberry32(seed):
    mask = 0xFFFFFFFF
    state = seed & mask
    imul = lambda a, b: (a * b) & mask
    while True:
        state = (state + 0x6D2B79F5) & mask
        t = state
        t = imul(t ^ (t >> 15), t | 1)
        t ^= (t + imul(t ^ (t >> 7), t | 61)) & mask
        yield ((t ^ (t >> 14)) & mask) / 2**32


def delong(a, b):
    wins = (a[:, None] > b[None, :]) + 0.5 * (a[:, None] == b[None, :])
    auc = wins.mean()
    v10, v01 = wins.mean(axis=1), wins.mean(axis=0)
    deviation = np.sqrt(v10.var(ddof=1) / len(a) + v01.var(ddof=1) / len(b))
    middle, half = special.logit(auc), Z * deviation / (auc * (1 - auc))
    return [auc, special.expit(middle - half), special.expit(middle + half)]


def hedges(a, b):
    g, var = effectsize_smd(a.mean(), a.std(ddof=1), len(a), b.mean(), b.std(ddof=1), len(b))
    half = Z * np.sqrt(var)
    return [g, g - half, g + half]


def spearman(x, y):
    rho, p = stats.spearmanr(x, y)
    half = Z * np.sqrt((1 + rho**2 / 2) / (len(x) - 3))
    return [rho, np.tanh(np.arctanh(rho) - half), np.tanh(np.arctanh(rho) + half), p]


def pearson(x, y):
    result = stats.pearsonr(x, y)
    interval = result.confidence_interval(LEVEL)
    return [result.statistic, interval.low, interval.high, result.pvalue]


def bootstrap(groups, statistic, seed, resamples):
    random = mulberry32(seed)
    drawn = [
        statistic(*[group[[int(next(random) * len(group)) for _ in group]] for group in groups])
        for _ in range(resamples)
    ]
    before = SimpleNamespace(bootstrap_distribution=np.array(drawn))
    result = stats.bootstrap(
        groups, statistic, n_resamples=0, bootstrap_result=before, vectorized=False, method="BCa",
        confidence_level=LEVEL,
    )
    interval = result.confidence_interval
    return [statistic(*groups), interval.low, interval.high]


def g_of(a, b):
    return hedges(a, b)[0]


def variance_of(a):
    return np.var(a, ddof=1)


def plain(value):
    if isinstance(value, dict):
        return {key: plain(one) for key, one in value.items()}
    if isinstance(value, (list, tuple, np.ndarray)):
        return [plain(one) for one in value]
    return float(value)


rng = np.random.default_rng(7)
samples = {
    "normal": [rng.normal(size=25), rng.normal(0.6, 1.2, size=31), rng.normal(0.2, size=18)],
    "skewed": [rng.exponential(size=40), rng.exponential(1.7, size=22), rng.exponential(1.2, size=30)],
    "ties": [rng.integers(0, 6, size=30), rng.integers(1, 7, size=35), rng.integers(0, 7, size=20)],
}
cases = {}
for name, groups in samples.items():
    groups = [np.round(group.astype(float), 6) for group in groups]
    a, b, _ = groups
    n = min(map(len, groups))
    both = np.concatenate([a, b])
    flags = np.concatenate([np.ones(len(a)), np.zeros(len(b))])
    u = stats.mannwhitneyu(a, b, method="asymptotic")
    kruskal = stats.kruskal(*groups)
    cases[name] = {
        "groups": groups,
        "hedgesG": hedges(a, b),
        "auroc": delong(a, b),
        "cliffsDelta": 2 * np.array(delong(a, b)) - 1,
        "mannWhitney": [u.statistic, u.pvalue],
        "kruskalWallis": [kruskal.statistic, kruskal.pvalue],
        "spearman": spearman(a[:n], b[:n]),
        "pearson": pearson(a[:n], b[:n]),
        "pointBiserial": pearson(flags, both),
        "bootstrapG": bootstrap([a, b], g_of, 5, 500),
        "bootstrapVariance": bootstrap([a], variance_of, 6, 500),
        "quantiles": [np.quantile(a, share) for share in (0, 0.1, 0.5, 0.77, 1)],
        "ranks": stats.rankdata(a),
    }

tests = np.round(np.concatenate([rng.uniform(size=12), rng.uniform(0, 0.02, size=6), [0.5, 0.5, 1.0]]), 6)
length = np.round(rng.uniform(3, 6, size=40), 6)
outcome = np.round(1.5 * length - 0.2 * length**2 + np.repeat([0, 1, 0.4, 0], 10) + rng.normal(0, 0.3, size=40), 6)
group = np.repeat([0, 1, 2, 1], 10)
design = np.column_stack([*(group == one for one in range(3)), length, length**2]).astype(float)
ols = sm.OLS(outcome, design).fit()
term = sm.OLS(outcome, np.column_stack([np.ones(40), length, length**2, group == 1])).fit()
nuisance = design[:, 3:] - design[:, 3:].mean(axis=0)

chi = [(0.1, 1), (3, 2), (12.5, 4), (60, 3)]
student = [(0.2, 3), (-2.1, 40), (8, 10), (1.3, 1)]
document = {
    "cases": cases,
    "manyTests": {
        "p": tests,
        "holm": multipletests(tests, method="holm")[1],
        "benjaminiHochberg": multipletests(tests, method="fdr_bh")[1],
        "benjaminiYekutieli": multipletests(tests, method="fdr_by")[1],
    },
    "leastSquares": {
        "length": length, "outcome": outcome, "group": group, "coefficients": ols.params,
        "left": outcome - nuisance @ ols.params[3:], "lastTerm": [term.tvalues[-1], term.pvalues[-1]],
    },
    "wilson": [[k, n, *proportion_confint(k, n, method="wilson")] for k, n in [(0, 20), (3, 60), (31, 40), (9, 9)]],
    "distributions": {
        "normalUpper": [[x, stats.norm.sf(x)] for x in (-3, -0.5, 0, 1, 4.2, 9)],
        "normalQuantile": [[p, stats.norm.ppf(p)] for p in (1e-9, 0.02, 0.5, 0.9, 0.999)],
        "chiSquareUpper": [[x, df, stats.chi2.sf(x, df)] for x, df in chi],
        "studentTwoSided": [[t, df, 2 * stats.t.sf(abs(t), df)] for t, df in student],
        "lnGamma": [[x, special.gammaln(x)] for x in (0.1, 0.5, 1, 3.7, 150)],
    },
}
OUT.parent.mkdir(parents=True, exist_ok=True)
OUT.write_text(json.dumps(plain(document), indent=1) + "\n")
