"""Rows of two overlapping kinds and their logistic regression by scikit-learn: `test/fixtures/statistics/logistic.json`.

    python test/oracle/logistic.py
"""

import json
from pathlib import Path

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

OUT = Path(__file__).parent.parent / "fixtures" / "statistics"
ROWS, WIDTH = 60, 8


def main():
    rng = np.random.default_rng(4)
    labels = (np.arange(ROWS) % 3 == 0).astype(int)
    inputs = rng.normal(size=(ROWS, WIDTH)) + 0.8 * labels[:, None] * (np.arange(WIDTH) % 2)
    inputs = inputs.astype("f4")
    weights = np.round(rng.uniform(0.3, 2, size=ROWS), 3)
    fits = []
    for penalty in (0.01, 1, 30):
        model = LogisticRegression(C=1 / penalty, tol=1e-12, max_iter=10_000)
        model.fit(inputs.astype("f8"), labels, sample_weight=weights)
        fits.append({"penalty": penalty, "weights": model.coef_[0].tolist(), "bias": float(model.intercept_[0])})
    pipeline = make_pipeline(StandardScaler(), LogisticRegression(C=1, tol=1e-12, max_iter=10_000))
    pipeline.fit(inputs.astype("f8"), labels, logisticregression__sample_weight=weights)
    OUT.mkdir(parents=True, exist_ok=True)
    data = {
        "width": WIDTH,
        "inputs": [float(v) for v in inputs.ravel()],
        "labels": labels.tolist(),
        "weights": weights.tolist(),
        "odds": pipeline.decision_function(inputs.astype("f8")).tolist(),
        "fits": fits,
    }
    (OUT / "logistic.json").write_text(json.dumps(data) + "\n")


if __name__ == "__main__":
    main()
