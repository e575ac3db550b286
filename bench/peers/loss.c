/*
 * The loss engine's two loops in C, the same algorithm with the same random numbers, for one thread: how fast they could be. Its totals are the engine's, bit for bit.
 *
 * cc -O3 -march=native -ffp-contract=off loss.c -lm -o loss
 * usage: loss amounts|outages <file> <blocks>
 */
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define YEARS 1024
#define CHUNK 4096
#define SPARE 64

static double table[4096 * 4], c0[4096], c1[4096], c2[4096], c3[4096];

static void *take(FILE *file, size_t size, size_t count) {
  char *list = aligned_alloc(64, (size * count + SPARE + 63 & ~(size_t)63));
  if (fread(list, size, count, file) != count) exit(2);
  memset(list + size * count, 0, SPARE);
  return list;
}
static int32_t *ints(FILE *file, size_t count) { return take(file, 4, count); }
static double *doubles(FILE *file, size_t count) { return take(file, 8, count); }

static inline uint32_t rotated(uint32_t x, int by) { return x << by | x >> (32 - by); }

#define FOUR(a, b, c, d) \
  x0 += x1; x1 = rotated(x1, a) ^ x0; \
  x0 += x1; x1 = rotated(x1, b) ^ x0; \
  x0 += x1; x1 = rotated(x1, c) ^ x0; \
  x0 += x1; x1 = rotated(x1, d) ^ x0;
#define ROUNDS \
  FOUR(13, 15, 26, 6) x0 += k1; x1 += k2 + 1; \
  FOUR(17, 29, 16, 24) x0 += k2; x1 += k0 + 2; \
  FOUR(13, 15, 26, 6) x0 += k0; x1 += k1 + 3; \
  FOUR(17, 29, 16, 24) x0 += k1; x1 += k2 + 4; \
  FOUR(13, 15, 26, 6) x0 += k2; x1 += k0 + 5;

static void fill(uint32_t *restrict first, uint32_t *restrict second, uint32_t k0, uint32_t k1, uint32_t counter1, uint32_t from, int count) {
  const uint32_t k2 = 0x1bd11bda ^ k0 ^ k1;
  for (int at = 0; at < count; at++) {
    uint32_t x0 = from + at + k0, x1 = counter1 + k1;
    ROUNDS
    first[at] = x0;
    second[at] = x1;
  }
}
static void fill_for(uint32_t *restrict first, uint32_t *restrict second, uint32_t k0, uint32_t k1, uint32_t counter1, const int32_t *restrict counters, int count) {
  const uint32_t k2 = 0x1bd11bda ^ k0 ^ k1;
  for (int at = 0; at < count; at++) {
    uint32_t x0 = counters[at] + k0, x1 = counter1 + k1;
    ROUNDS
    first[at] = x0;
    second[at] = x1;
  }
}
static uint32_t first_word(uint32_t k0, uint32_t k1, uint32_t counter0, uint32_t counter1, uint32_t *second) {
  const uint32_t k2 = 0x1bd11bda ^ k0 ^ k1;
  uint32_t x0 = counter0 + k0, x1 = counter1 + k1;
  ROUNDS
  if (second) *second = x1;
  return x0;
}

static inline double exp_of(double x) {
  const double rounder = 6755399441055744.0;
  double shifted = x * 1.4426950408889634 + rounder, n = shifted - rounder;
  double r = x - n * 0.6931471803691238 - n * 1.9082149292705877e-10, r2 = r * r, r4 = r2 * r2;
  double low = 1.0 / 2 + (1.0 / 6) * r + (1.0 / 24 + (1.0 / 120) * r) * r2;
  double middle = 1.0 / 720 + (1.0 / 5040) * r + (1.0 / 40320 + (1.0 / 362880) * r) * r2;
  double high = 1.0 / 3628800 + (1.0 / 39916800) * r + (1.0 / 479001600) * r2;
  double e = 1 + (r + r2 * (low + middle * r4 + high * (r4 * r4)));
  uint64_t bits;
  memcpy(&bits, &shifted, 8);
  bits = (bits << 52) + 0x3ff0000000000000ull;
  double power;
  memcpy(&power, &bits, 8);
  return e * power;
}

static double log_of(double x) {
  int64_t bits;
  memcpy(&bits, &x, 8);
  int32_t high = bits >> 32, mantissa = high & 0xfffff, above = mantissa >= 0x6a09e;
  double k = (double)((int32_t)((uint32_t)high >> 20) - 1023 + above), f;
  bits = (int64_t)(mantissa | (above ? 0x3fe00000 : 0x3ff00000)) << 32 | (bits & 0xffffffffll);
  memcpy(&f, &bits, 8);
  f -= 1;
  double s = f / (2 + f), half = 0.5 * f * f, z = s * s, z2 = z * z, z4 = z2 * z2;
  double low = 2.0 / 3 + (2.0 / 5) * z + (2.0 / 7 + (2.0 / 9) * z) * z2;
  double over = 2.0 / 11 + (2.0 / 13) * z + (2.0 / 15 + (2.0 / 17) * z) * z2 + (2.0 / 19 + (2.0 / 21) * z) * z4;
  double tail = z * (low + over * z4);
  return k * 0.6931471803691238 - (half - (s * (half + tail) + k * 1.9082149292705877e-10) - f);
}

static double ratio(double r, const double *a, const double *b) {
  double above = a[7], below = b[7];
  for (int k = 6; k >= 0; k--) above = above * r + a[k], below = below * r + b[k];
  return above / below;
}
static const double cm[8] = {1.4234371107496835, 4.630337846156546, 5.769497221460691, 3.6478483247632045, 1.2704582524523684, 0.2417807251774506, 0.022723844989269184, 0.0007745450142783414};
static const double dm[8] = {1, 2.053191626637759, 1.6763848301838038, 0.6897673349851, 0.14810397642748008, 0.015198666563616457, 0.0005475938084995345, 1.0507500716444169e-9};
static const double eo[8] = {6.657904643501103, 5.463784911164114, 1.7848265399172913, 0.29656057182850487, 0.026532189526576124, 0.0012426609473880784, 0.000027115555687434876, 2.0103343992922881e-7};
static const double fo[8] = {1, 0.599832206555888, 0.1369298809227358, 0.014875361290850615, 0.0007868691311456133, 0.000018463183175100548, 1.4215117583164459e-7, 2.0442631033899397e-15};

static double outer(uint32_t word, uint32_t extension) {
  double p = ((double)word * 1048576 + (double)(extension >> 12) + 0.5) * 2.220446049250313e-16, q = p - 0.5;
  double r = sqrt(-log_of(q < 0 ? p : 1 - p)), z = r <= 5 ? ratio(r - 1.6, cm, dm) : ratio(r - 5, eo, fo);
  return q < 0 ? -z : z;
}
static inline int is_outer(uint32_t word) { return word - (24u << 20) >= (uint32_t)(4096 - 48) << 20; }

static void normals(double *restrict z, const uint32_t *restrict words, int count) {
  for (int at = 0; at < count; at++) {
    uint32_t cell = words[at] >> 20;
    double t = ((double)(int32_t)(words[at] & 0xfffff) + 0.5) * 9.5367431640625e-7;
    z[at] = c0[cell] + t * (c1[cell] + t * (c2[cell] + t * c3[cell]));
  }
}

static double now(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return t.tv_sec * 1e3 + t.tv_nsec / 1e6;
}

static double totals[YEARS], largest[YEARS];

/* The sum of all years, and a mark that changes with any of them. */
static __int128 all;
static uint64_t mark = 14695981039346656037ull;
static void add_years(void) {
  for (int year = 0; year < YEARS; year++) {
    all += (__int128)totals[year];
    mark = (mark ^ (uint64_t)totals[year]) * 1099511628211ull;
    mark = (mark ^ (uint64_t)largest[year]) * 1099511628211ull;
  }
}

static int poisson(double u, double mean, int mode, double chance, double up_to) {
  int count = mode;
  double term = chance, sum = up_to;
  if (u >= sum) {
    while (u >= sum) {
      count++;
      term *= mean / count;
      if (sum + term == sum) return count;
      sum += term;
    }
    return count;
  }
  for (sum -= term; count > 0 && u < sum; sum -= term) {
    term *= count / mean;
    count--;
  }
  return count;
}

static double unit(uint32_t first, uint32_t second) { return ((double)first * 1048576 + (double)(second >> 12) + 0.5) * 2.220446049250313e-16; }

/* Pools of many, of windows of one year each: what the work of amounts is made of. */
static void amounts(FILE *file, int blocks) {
  int32_t *sizes = ints(file, 3);
  int pools = sizes[0], n = sizes[1], slots = sizes[2];
  int32_t *end = ints(file, pools), *window_bits = ints(file, pools), *slot_bits = ints(file, pools), *slot_of = ints(file, pools), *count1 = ints(file, pools), *event1 = ints(file, pools);
  int32_t *outer1 = ints(file, pools), *mode = ints(file, pools);
  double *mean = doubles(file, pools), *chance = doubles(file, pools), *up_to = doubles(file, pools), *amount = doubles(file, n * 2), *cells = calloc(n, 8);
  doubles(file, n);
  struct { uint32_t bar, other; } *entries = (void *)ints(file, slots * 2);
  static uint32_t counts0[YEARS + SPARE], counts1[YEARS + SPARE], words0[CHUNK + SPARE], words1[CHUNK + SPARE], picks[CHUNK + SPARE];
  static double xs[CHUNK + SPARE];
  static int year_of[CHUNK + 1], end_of[CHUNK + 1], first_of[CHUNK + 1];
  double start = now();
  for (int block = 0; block < blocks; block++) {
    memset(totals, 0, sizeof totals);
    memset(largest, 0, sizeof largest);
    for (int pool = 0; pool < pools; pool++) {
      int begin = pool ? end[pool - 1] : 0, bits = slot_bits[pool], waiting = 0, parts = 0;
      if (window_bits[pool] || !bits) exit(3);
      const double *ms = amount + begin * 2;
      const uint32_t mask = (1u << bits) - 1;
      fill(counts0, counts1, 1, block, count1[pool], 0, YEARS);
      for (int year = 0; year <= YEARS; year++) {
        int events = year < YEARS ? poisson(unit(counts0[year], counts1[year]), mean[pool], mode[pool], chance[pool], up_to[pool]) : 0;
        for (int event = 0; event < events || year == YEARS; event += CHUNK) {
          int count = events - event < CHUNK ? events - event : CHUNK;
          if (waiting + count > CHUNK || year == YEARS) {
            for (int k = 0; k < waiting; k++) {
              uint32_t slot = words0[k] & mask, bar = entries[slot_of[pool] + slot].bar, other = entries[slot_of[pool] + slot].other;
              picks[k] = words0[k] < bar ? slot : other;
            }
            normals(xs, words1, waiting);
            for (int one = 0, k = 0; one < parts; one++)
              for (int from = k; k < end_of[one]; k++) {
                uint32_t slot = words0[k] & mask, bar = entries[slot_of[pool] + slot].bar, more = 0;
                int edge = ((words0[k] ^ bar) | mask) == mask, far = is_outer(words1[k]);
                if (!edge && !far) continue;
                uint32_t word = first_word(1, block, first_of[one] + k - from, outer1[pool] + year_of[one], &more);
                if (edge) picks[k] = ((words0[k] & ~mask) | (more & mask)) < bar ? slot : entries[slot_of[pool] + slot].other;
                if (far) xs[k] = outer(words1[k], word);
              }
            for (int k = 0; k < waiting; k++) {
              double x = ms[picks[k] * 2] + ms[picks[k] * 2 + 1] * xs[k];
              x = x > 36 ? 36 : x;
              x = x < -700 ? -700 : x;
              xs[k] = exp_of(x) + 4503599627370496.0 - 4503599627370496.0;
            }
            for (int one = 0, k = 0; one < parts; one++) {
              double sum = 0, most = largest[year_of[one]];
              for (; k < end_of[one]; k++) {
                sum += xs[k];
                most = xs[k] > most ? xs[k] : most;
                cells[begin + picks[k]] += xs[k];
              }
              totals[year_of[one]] += sum;
              largest[year_of[one]] = most;
            }
            waiting = parts = 0;
            if (year == YEARS) break;
          }
          fill(words0 + waiting, words1 + waiting, 1, block, event1[pool] + year, event, count);
          waiting += count;
          year_of[parts] = year;
          first_of[parts] = event;
          end_of[parts++] = waiting;
        }
      }
    }
    add_years();
  }
  printf("%.1f ", now() - start);
}

struct outage { double from, to; struct outage *next; int32_t event, cell; };

static void outages(FILE *file, int blocks) {
  int32_t *sizes = ints(file, 4);
  int sources = sizes[0], items = sizes[1], strikes = sizes[2], point_count = sizes[3];
  int32_t *stream = ints(file, sources), *mode = ints(file, sources), *offsets = ints(file, sources + 1), *item = ints(file, strikes), *counter = ints(file, strikes), *curve = ints(file, items + 1);
  double *mean = doubles(file, sources), *chance = doubles(file, sources), *up_to = doubles(file, sources), *mu = doubles(file, sources), *sigma = doubles(file, sources);
  double *low = doubles(file, strikes), *width = doubles(file, strikes), *spread = doubles(file, strikes), *exit_at = doubles(file, strikes);
  double *limit = doubles(file, items), *points = doubles(file, point_count * 3), longest = *doubles(file, 1);
  double *cells = calloc(strikes, 8), *breaches = calloc(items, 8);
  struct outage **head = calloc(items, 8), **tail = calloc(items, 8);
  int32_t *met = calloc(items, 4);
  size_t room = 1 << 16;
  struct outage *list = malloc(sizeof *list << 20);
  int32_t *year_of = malloc(room * 4), *source_of = malloc(room * 4), *order = malloc(room * 4);
  uint32_t *word0 = malloc(room * 4), *word1 = malloc(room * 4), *more0 = malloc(room * 4), *more1 = malloc(room * 4), *key0 = malloc(room * 4), *key1 = malloc(room * 4);
  double *time = malloc(room * 8), *loss = malloc(room * 8);
  uint32_t *first = malloc((strikes + SPARE) * 4), *second = malloc((strikes + SPARE) * 4);
  double *z = malloc((strikes + SPARE) * 8), *ends = malloc((strikes + SPARE) * 8), *delays = malloc((strikes + SPARE) * 8);
  const double grid = 6442450944.0;
  double start = now();
  for (int block = 0; block < blocks; block++) {
    memset(totals, 0, sizeof totals);
    memset(largest, 0, sizeof largest);
    int events = 0, begins[YEARS + 1] = {0}, next[YEARS];
    for (int s = 0; s < sources; s++) {
      uint32_t b, a = first_word(1, block, stream[s], 1 << 24, &b);
      int count = poisson(unit(a, b), mean[s], mode[s], chance[s], up_to[s]);
      fill(word0 + events, word1 + events, 1, block, 6 << 24 | stream[s], 0, count);
      fill(more0 + events, more1 + events, 1, block, 7 << 24 | stream[s], 0, count);
      fill(key0 + events, key1 + events, 1, block, 8 << 24 | stream[s], 0, count);
      for (int e = events; e < events + count; e++) {
        source_of[e] = s;
        year_of[e] = word0[e] >> 22;
        time[e] = (double)(word0[e] & 0x3fffff) * (8766.0 / 4194304) + grid - grid;
        begins[year_of[e] + 1]++;
      }
      events += count;
    }
    for (int year = 0; year < YEARS; year++) begins[year + 1] += begins[year], next[year] = begins[year];
    for (int e = 0; e < events; e++) {
      int place = next[year_of[e]]++;
      for (; place > begins[year_of[e]] && time[order[place - 1]] > time[e]; place--) order[place] = order[place - 1];
      order[place] = e;
    }
    memset(loss, 0, events * 8);
    for (int year = 0; year < YEARS; year++) {
      struct outage *free_one = list;
      int met_count = 0;
      for (int k = begins[year]; k < begins[year + 1]; k++) {
        int e = order[k], s = source_of[e], from = offsets[s], count = offsets[s + 1] - from;
        double x = mu[s] + sigma[s] * (is_outer(word1[e]) ? outer(word1[e], more1[e]) : (normals(z, word1 + e, 1), z[0]));
        double duration = exp_of(fmin(700, fmax(-700, x))), share = more0[e] / 4294967296.0;
        fill_for(first, second, key0[e], key1[e], 1, counter + from, count);
        normals(z, first, count);
        for (int at = 0; at < count; at++) if (is_outer(first[at])) z[at] = outer(first[at], first_word(key0[e], key1[e], counter[from + at], 2, 0));
        for (int at = 0; at < count; at++) {
          double y = spread[from + at] * z[at];
          y = y < -700 ? -700 : y;
          y = y > 700 ? 700 : y;
          double end = duration * exp_of(y);
          end = end > longest ? longest : end;
          end = end > exit_at[from + at] ? exit_at[from + at] : end;
          ends[at] = end + grid - grid;
          delays[at] = low[from + at] + share * width[from + at] + grid - grid;
        }
        for (int at = 0; at < count; at++) {
          if (!(ends[at] > delays[at])) continue;
          int which = item[from + at];
          struct outage *one = free_one++;
          *one = (struct outage){time[e] + delays[at], time[e] + ends[at], 0, e, from + at};
          if (!head[which]) met[met_count++] = which, head[which] = tail[which] = one;
          else if (tail[which]->from <= one->from) tail[which] = tail[which]->next = one;
          else if (head[which]->from > one->from) one->next = head[which], head[which] = one;
          else {
            struct outage *before = head[which];
            while (before->next->from <= one->from) before = before->next;
            one->next = before->next;
            before->next = one;
          }
        }
      }
      for (int k = 0; k < met_count; k++) {
        int which = met[k];
        double begin = head[which]->from, end = begin, paid = 0;
        int breached = 0;
        for (struct outage *one = head[which]; one; one = one->next) {
          if (one->from > end) begin = one->from, paid = 0;
          else if (one->to <= end) continue;
          end = one->to;
          double hours = end - begin, cost = 0;
          breached |= hours > limit[which];
          for (int at = curve[which + 1] - 1; at >= curve[which]; at--) {
            if (points[at * 3] >= hours) continue;
            cost = fmin(points[at * 3 + 1] + points[at * 3 + 2] * (hours - points[at * 3]), 4311231547115195.0) + 4503599627370496.0 - 4503599627370496.0;
            break;
          }
          double part = cost - paid;
          paid = cost;
          cells[one->cell] += part;
          totals[year] += part;
          loss[one->event] += part;
        }
        breaches[which] += breached;
        head[which] = 0;
      }
    }
    for (int e = 0; e < events; e++) if (loss[e] > largest[year_of[e]]) largest[year_of[e]] = loss[e];
    add_years();
  }
  printf("%.1f ", now() - start);
}

int main(int count, char **args) {
  if (count < 4) return 2;
  FILE *file = fopen(args[2], "rb");
  if (!file) return 2;
  memcpy(table, doubles(file, 4096 * 4), sizeof table);
  for (int k = 0; k < 4096; k++) c0[k] = table[k * 4], c1[k] = table[k * 4 + 1], c2[k] = table[k * 4 + 2], c3[k] = table[k * 4 + 3];
  (args[1][0] == 'a' ? amounts : outages)(file, atoi(args[3]));
  printf("%llu%018llu %llu\n", (unsigned long long)(all / 1000000000000000000ll), (unsigned long long)(all % 1000000000000000000ll), (unsigned long long)mark);
  return 0;
}
