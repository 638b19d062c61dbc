"""What NLTK says of two-dimensional JSON data (units by coders): one JSON object a line, in the order given."""
import json
import sys

from nltk.metrics.agreement import AnnotationTask
from nltk.metrics.distance import binary_distance, interval_distance, masi_distance


def task(rows, distance=binary_distance):
    data = [
        (str(coder), str(item), frozenset(value) if isinstance(value, list) else value)
        for item, row in enumerate(rows)
        for coder, value in enumerate(row)
        if value is not None
    ]
    return AnnotationTask(data=data, distance=distance)


def attempt(compute):
    try:
        return compute()
    except ZeroDivisionError:
        return None


for line in sys.stdin:
    case = json.loads(line)
    whole = task(case["rows"])
    found = {
        "bennett-s": attempt(whole.S),
        "scott-pi": attempt(whole.pi),
        "cohen-kappa": attempt(whole.kappa),
        "cohen-kappa-hubert": attempt(whole.multi_kappa),
        "krippendorff-alpha": attempt(whole.alpha),
        "krippendorff-alpha-interval": attempt(task(case["rows"], interval_distance).alpha),
        "krippendorff-alpha-gaps": attempt(task(case["gaps"]).alpha),
        "krippendorff-alpha-masi": attempt(task(case["sets"], masi_distance).alpha),
    }
    print(json.dumps(found))
