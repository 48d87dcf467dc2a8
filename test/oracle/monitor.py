"""What docs/monitor.md says of made-up inputs, by scikit-learn, statsmodels and SciPy: test/fixtures/monitor/oracle.json.

Written from the formulas, with dense matrices: covariances are inverted, where the product never makes one.
Needs scikit-learn, scipy and statsmodels: `python test/oracle/monitor.py`.
"""

import json
from pathlib import Path

import numpy as np
import statsmodels.api as sm
from scipy.spatial.distance import mahalanobis
from scipy.special import rel_entr
from scipy.stats import bernoulli, expon, lomax, zmap
from sklearn.covariance import ledoit_wolf

FIXTURE = Path(__file__).resolve().parents[1] / "fixtures" / "monitor" / "oracle.json"
LAYERS, HEADS, HIDDEN, STATES = 2, 2, 8, [0, 1]
SECTIONS = ["user", "template", "sink"]
ONE_IN, FOLDS, REFERENCE, WINDOW = 10, 10, 44, 20


def made_up(rng, n, moved=0.0):
    """`[n]` tokens, `[n, features]` and `[n, states, hidden]`, which follow the length and each other."""
    tokens = rng.integers(20, 400, n)
    features = LAYERS * HEADS * (len(SECTIONS) + 3)
    hidden = rng.normal(size=(n, 3))
    values = rng.normal(size=(n, features)) + hidden @ rng.normal(size=(3, features))
    values += np.log(tokens)[:, None] * np.linspace(-1, 1, features) + moved
    values = unscaled(values / 6)
    states = 5 + rng.normal(size=(n, len(STATES), HIDDEN)) + hidden[:, :1, None] + 0.3 * np.log(tokens)[:, None, None]
    states += moved * np.arange(HIDDEN)
    return tokens, values.astype(np.float32), states.astype(np.float32)


def kinds(values):
    """Whether a figure is a distance: the last of each head's six."""
    return np.arange(values.shape[-1]) % 6 == 5


def scaled(values):
    values = values.astype(float)
    with np.errstate(invalid="ignore"):
        return np.where(kinds(values), np.log1p(values), np.log((values + 1e-3) / (1 - values + 1e-3))).astype(np.float32)


def unscaled(values):
    odds = np.exp(values)
    return np.where(kinds(values), np.expm1(np.abs(values)), np.clip((odds * 1.001 - 1e-3) / (1 + odds), 0, 1))


def lines(tokens, rows):
    x = sm.add_constant(np.log(tokens))
    return [sm.OLS(rows[:, j].astype(float), x).fit() for j in range(rows.shape[1])]


def fit(tokens, blocks):
    out = []
    for rows in blocks:
        fits = lines(tokens, rows)
        residuals = np.stack([f.resid / np.sqrt(f.scale) for f in fits], axis=1)
        covariance, shrinkage = ledoit_wolf(residuals, assume_centered=True)
        out.append({"fits": fits, "inverse": np.linalg.inv(covariance), "shrinkage": shrinkage})
    return out


def predicted(fitted, token, value):
    at = fitted.get_prediction(np.array([[1.0, np.log(token)]]))
    return at.predicted_mean[0], (value - at.predicted_mean[0]) / at.se_obs[0]


def distances(fitted, token, rows):
    zs, logs = [], []
    for block, row in zip(fitted, rows):
        z = np.array([predicted(f, token, v)[1] for f, v in zip(block["fits"], row.astype(float))])
        zs.append(z)
        logs.append(np.log(mahalanobis(z, np.zeros_like(z), block["inverse"]) ** 2 / len(z)))
    return zs, logs


def threshold_above(scores, one_in):
    """By SciPy: the empirical quantile where ten lie above it, else that of Lomax's distribution above the k largest."""
    n = len(scores)
    if (n + 1) // one_in >= 10:
        return float(np.quantile(scores, 1 - ((n + 1) // one_in - 1) / (n - 1) - 1e-12, method="higher"))
    k = max(10, round(0.3 * n))
    start, largest = np.sort(scores)[n - k - 1], np.sort(scores)[n - k :]
    _, mean = expon.fit(largest, floc=start)
    return float(start + lomax.isf(n / (k * one_in), k, scale=k * mean))


def spread_evenly(probabilities, keep):
    """The `keep` likeliest as they are, the others with an even share of the rest."""
    likeliest = np.argsort(-probabilities)[:keep]
    whole = np.full(len(probabilities), (1 - probabilities[likeliest].sum()) / (len(probabilities) - keep))
    whole[likeliest] = probabilities[likeliest]
    return whole, [{"id": int(i), "probability": float(probabilities[i])} for i in likeliest]


def answers(rng, vocabulary=60, keep=6):
    """What is said next after inputs, and how far another says something else: dense, by SciPy."""
    draw = lambda sharp: np.float32(rng.dirichlet(np.full(vocabulary, sharp))).astype(float)
    reference = [spread_evenly(draw(0.2), keep) for _ in range(5)]
    mean = np.mean([whole for whole, _ in reference], axis=0)
    inputs = [spread_evenly(draw(sharp), keep) for sharp in (0.05, 0.2, 5.0)]
    return {
        "vocabulary": vocabulary,
        "reference": [tokens for _, tokens in reference],
        "inputs": [{"tokens": tokens, "kl": float(rel_entr(whole, mean).sum())} for whole, tokens in inputs],
    }


def watched(rng, reference, fitted, is_alarm, unseen):
    """Inputs of the reference with odd ones among them: Page's sum as the largest sum that ends now, drift by dense means."""
    t, v, s = [part[:26].copy() for part in reference]
    odd = [3, 8, 9, 20, 21, 22, 23]
    for part, other in zip((t, v, s), made_up(rng, len(odd), 0.9)):
        part[odd] = other
    rows = [distances(fitted, t[i], [scaled(v)[i]] + [s[i, j] for j in range(len(STATES))]) for i in range(len(t))]
    alarms = np.array([is_alarm(own) for _, own in rows])
    usual, raised = 1 / ONE_IN, 5 / ONE_IN
    evidence = bernoulli.logpmf(alarms, raised) - bernoulli.logpmf(alarms, usual)
    surplus = [max(0.0, *(evidence[i : at + 1].sum() for i in range(at + 1))) for at in range(len(t))]
    first = np.array([np.concatenate(zs[1:]) for zs, _ in rows[:WINDOW]])
    # Random windows without replacement; their means vary less than those of new inputs do.
    n = len(unseen)
    windows = [unseen[rng.choice(n, WINDOW, replace=False)].mean(0) for _ in range(20_000)]
    drifts = WINDOW * np.mean(np.square(windows), axis=1) * (n + WINDOW) / (n - WINDOW)
    return {
        "inputs": {"tokens": t.tolist(), "values": v.tolist(), "states": s.reshape(len(t), -1).tolist()},
        "alarms": alarms.tolist(),
        "surplus": surplus,
        "surplusLimit": float(np.log(10 * ONE_IN)),
        "drift": float(WINDOW * np.mean(np.square(first.mean(0)))),
        "driftLimit": float(np.quantile(drifts, 1 - WINDOW / (10 * ONE_IN))),
    }


def main():
    rng = np.random.default_rng(7)
    tokens, values, states = made_up(rng, REFERENCE)
    blocks = [scaled(values)] + [states[:, i] for i in range(len(STATES))]
    at = np.arange(REFERENCE)
    unseen, unseen_z = [], []
    for i in at:
        keep = at % FOLDS != i % FOLDS
        zs, own = distances(fit(tokens[keep], [b[keep] for b in blocks]), tokens[i], [b[i] for b in blocks])
        unseen.append(own)
        unseen_z.append(np.concatenate(zs[1:]))
    logs = np.array(unseen)
    by_others = np.concatenate([zmap(l[None], np.delete(logs, i, axis=0), ddof=1) for i, l in enumerate(logs)])
    means = by_others[:, 1:].mean(1)
    states_by_others = np.concatenate([zmap(means[[i]], np.delete(means, i), ddof=1) for i in range(len(means))])
    scores = np.sort(np.maximum(by_others[:, 0], states_by_others))
    standard = lambda l: zmap(np.array([l]), logs, ddof=1)[0]
    score = lambda l: max(standard(l)[0], float(zmap([standard(l)[1:].mean()], means, ddof=1)[0]))
    usual = np.stack([logs.mean(0), logs.std(0, ddof=1)], axis=1)
    usual_states = [means.mean(), means.std(ddof=1)]
    threshold = threshold_above(scores, ONE_IN)
    tails = [
        {"scores": sorted(drawn), "oneIn": one_in, "threshold": threshold_above(np.array(drawn), one_in)}
        for n, one_in in [(20, 20), (24, 25), (60, 61), (100, 100), (100, 10), (100, 9), (300, 20)]
        for drawn in [np.random.default_rng(n + one_in).gumbel(size=n).tolist()]
    ]
    fitted = fit(tokens, blocks)
    checks = []
    for moved in (0.0, 0.5, 3.0):
        t, v, s = made_up(rng, 2, moved)
        for i in range(2):
            zs, own = distances(fitted, t[i], [scaled(v)[i]] + [s[i, j] for j in range(len(STATES))])
            strongest = int(np.argmax(np.abs(zs[0])))
            expected, z = predicted(fitted[0]["fits"][strongest], t[i], float(scaled(v)[i, strongest]))
            expected = (np.expm1(expected) if strongest % 6 == 5 else (np.exp(expected) * 1.001 - 1e-3) / (1 + np.exp(expected)))
            checks.append({
                "tokens": int(t[i]), "values": v[i].tolist(), "states": s[i].ravel().tolist(),
                "logs": own, "score": score(own), "anomaly": bool(score(own) > threshold),
                "strongest": {"value": float(v[i, strongest]), "expected": expected, "z": z},
            })
    stream = watched(rng, (tokens, values, states), fitted, lambda own: score(own) > threshold, np.array(unseen_z))
    t2, v2, s2 = made_up(rng, 25, 0.4)
    middle = np.array([[1.0, (np.log(tokens).mean() + np.log(t2).mean()) / 2]])
    mean_at = lambda f: (lambda p: (p.predicted_mean[0], p.se_mean[0]))(f.get_prediction(middle))
    compared = []
    for one, other in zip([scaled(values), states[:, 0], states[:, 1]], [scaled(v2), s2[:, 0], s2[:, 1]]):
        pairs = [(mean_at(a), mean_at(b)) for a, b in zip(lines(tokens, one), lines(t2, other))]
        compared.append([(b[0] - a[0]) / np.hypot(a[1], b[1]) for a, b in pairs])
    save = lambda t, v, s: {"tokens": t.tolist(), "values": v.tolist(), "states": s.reshape(len(t), -1).tolist()}
    FIXTURE.parent.mkdir(parents=True, exist_ok=True)
    FIXTURE.write_text(json.dumps({
        "layers": LAYERS, "heads": HEADS, "hidden": HIDDEN, "stateLayers": STATES, "sections": SECTIONS, "oneIn": ONE_IN,
        "reference": save(tokens, values, states),
        "shrinkage": [b["shrinkage"] for b in fitted],
        "usual": usual.tolist(), "usualStates": usual_states, "threshold": threshold,
        "tails": tails,
        "answers": answers(np.random.default_rng(11)),
        "checks": checks,
        "stream": stream,
        "other": save(t2, v2, s2), "comparedZ": compared[0],
        "comparedStates": [float(np.sqrt(np.mean(np.square(z)))) for z in compared[1:]],
    }) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
