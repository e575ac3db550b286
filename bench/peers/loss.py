"""The two reference works in NumPy, vectorised block by block: what a careful analyst would write.

Years' totals alone, and for the outages the breaches; no largest event, no causes, no union of overlapping outages: less than the engine does.

usage: loss.py amounts|outages <file> <blocks of 1,024 years>
"""

import sys
import time

import numpy as np

kind, path, blocks = sys.argv[1], sys.argv[2], int(sys.argv[3])
data = open(path, "rb").read()
at = 4096 * 4 * 8


def ints(count):
    global at
    at += 4 * count
    return np.frombuffer(data, np.int32, count, at - 4 * count)


def doubles(count):
    global at
    at += 8 * count
    return np.frombuffer(data, np.float64, count, at - 8 * count)


random = np.random.Generator(np.random.SFC64(1))
years = 1024
total = 0.0


def amounts():
    global total
    pools, n, _ = (int(one) for one in ints(3))
    ints(8 * pools)
    doubles(3 * pools)
    amount = doubles(2 * n)
    mean, mu, sigma = doubles(n), amount[::2].copy(), amount[1::2].copy()
    for _ in range(blocks):
        counts = random.poisson(mean)
        x = random.standard_normal(counts.sum())
        x *= np.repeat(sigma, counts)
        x += np.repeat(mu, counts)
        np.exp(x, out=x)
        np.rint(x, out=x)
        total += np.bincount(random.integers(0, years, len(x), np.int32), weights=x, minlength=years).sum()


def outages():
    global total
    sources, items, strikes, points = (int(one) for one in ints(4))
    ints(2 * sources)
    offsets, item = ints(sources + 1), ints(strikes)
    ints(strikes)
    curve = ints(items + 1)
    mean, _, _, mu, sigma = (doubles(sources) for _ in range(5))
    low, width, spread, exit_at = (doubles(strikes) for _ in range(4))
    limit = doubles(items)
    curves = doubles(points * 3).reshape(items, 3, 3)
    c0, c1, c2 = curves[:, 0, 2], curves[:, 1, 2], curves[:, 2, 2]
    a1, a2 = curves[:, 1, 0], curves[:, 2, 0]
    jump = curves[:, 2, 1] - curves[:, 1, 1] - c1 * (a2 - a1)
    breaches = np.zeros(items)
    reach = np.diff(offsets)
    shares = np.cumsum(mean) / mean.sum()
    for _ in range(blocks):
        count = random.poisson(mean.sum())
        source = np.searchsorted(shares, random.random(count))
        year = random.integers(0, years, count, np.int32)
        duration = np.exp(mu[source] + sigma[source] * random.standard_normal(count))
        widths = reach[source]
        first = np.cumsum(widths) - widths
        strike = np.arange(widths.sum()) + np.repeat(offsets[source] - first, widths)
        end = random.standard_normal(len(strike))
        end *= spread[strike]
        np.exp(end, out=end)
        end *= np.repeat(duration, widths)
        np.minimum(end, exit_at[strike], out=end)
        delay = low[strike] + np.repeat(random.random(count), widths) * width[strike]
        hours = end - delay
        down = hours > 0
        which, hours, year = item[strike][down], hours[down], np.repeat(year, widths)[down]
        cost = c0[which] * np.minimum(hours, a1[which])
        cost += c1[which] * np.clip(hours - a1[which], 0, (a2 - a1)[which])
        cost += c2[which] * np.maximum(hours - a2[which], 0)
        long = hours > limit[which]
        cost += jump[which] * long
        total += np.bincount(year, weights=np.rint(cost), minlength=years).sum()
        breached = np.zeros((years, items), bool)
        breached[year[long], which[long]] = True
        breaches[:] += breached.sum(0)


start, worked = time.perf_counter(), time.process_time()
(amounts if kind == "amounts" else outages)()
print(f"{(time.perf_counter() - start) * 1000:.1f} {total:.0f} 0 {(time.process_time() - worked) * 1000:.0f}")
