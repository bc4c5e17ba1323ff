#!/usr/bin/env bash
# How fast is tally, beside DuckDB and Polars on the same job over the same file?
#
# usage: .tools/bench/run.sh [ROWS]      1,000,000 without ROWS
#
# Wants Go, node 20 or newer with npm and access to its registry, wc, and disk: 1.1 GB for 1,000,000 rows and 11 GB for
# 10,000,000, beside 0.3 GB for the two packages; in memory the engines take 1 and 6 GB. Let nothing else run on the machine.
# 1,000,000 rows take some minutes.
#
# The job: read every record of a file that examples/generate makes, of one figure each and 0.5 % of them broken; check each;
# name the bad ones (tally by line and column); and add the good ones up by country and month: six measures with best, low and
# high, the three most frequent nationalities, the number of sources, p50 and p95. Everything is run in turn, once to warm up
# and then five times; what counts is the median of the wall clock. After each round all tables have to be the same to the
# byte, all have to have read, accepted and rejected as many records, and the lines and numbers of the bad records have to
# agree; otherwise it says what differs first and ends with 1. At the end it prints for each format, in seconds and MiB:
#
#   csv 1000000 ours=S duckdb=S polars=S ratio=R rss=MiB
#       Two workers or threads each. For an engine it is the job alone, without starting node and loading the package, for
#       tally the whole process. R is how many times as fast as the faster of the two tally is, rss the most memory it held.
#   csv 1000000 ours(1 worker)=S duckdb=S ratio=R rss=MiB
#       One worker and one processor against DuckDB's two threads.
#   csv 1000000 ours=S duckdb(rows)=S ratio=R
#       DuckDB, too, tells the number of each bad record, by row_number() over ().
#   csv 1000000 ours=S duckdb(rowid)=S ratio=R
#       The same by the row ids of a temporary table in the file's order, which is the quickest way found.
#   csv 1000000 owned=S duckdb=S ratio=R rss=MiB
#       A program that does the job on records of its own, with two workers: .tools/bench/owned.
#   csv 1000000 process duckdb=S rss=MiB polars=S rss=MiB duckdb(rows)=S rss=MiB …
#       The engines' whole processes.
#   csv 1000000 limit wc -l=S bytes=S
#       The least that can be: count the lines, add up the bytes.
#
# Environment:
#   BENCH_DIR     a folder for data and packages, which is kept and used again; otherwise one that is removed
#   BENCH_ROUNDS  how many rounds count; 5
#   BENCH_FLAGS   flags of tally beside those of the job; -check
#   BENCH_FORMATS "csv ndjson", or one of the two
set -euo pipefail
cd "$(dirname "$0")"

export GOWORK=off GOTOOLCHAIN=local
rows=${1:-1000000}
rounds=${BENCH_ROUNDS:-5}
flags=${BENCH_FLAGS--check}
formats=${BENCH_FORMATS:-csv ndjson}

if [ -n "${BENCH_DIR:-}" ]; then
	mkdir -p "$BENCH_DIR"
	scratch=$(realpath "$BENCH_DIR")
else
	scratch=$(mktemp -d)
	trap 'rm -rf "$scratch"' EXIT
fi

go -C ../.. build -o "$scratch/" ./examples/tally ./examples/generate
go -C .. build -o "$scratch/" ./bench ./bench/owned

# The packages are beside the programs that import them.
cp package.json ./*.mjs "$scratch/"
npm --prefix "$scratch" install --no-audit --no-fund --no-package-lock --loglevel=error >&2
if ! (cd "$scratch" && node -e 'require("nodejs-polars")' 2>/dev/null); then
	# npm leaves its binary out where node is older than the package likes; it works with node 20 all the same.
	binary=$(node -p '"nodejs-polars-" + process.platform + "-" + process.arch + (process.platform === "linux" ? "-gnu" : "")')
	npm --prefix "$scratch" install --no-audit --no-fund --no-package-lock --no-save --loglevel=error "$binary@0.26.1" >&2
fi

for format in $formats; do
	file="$scratch/register-$rows.$format"
	[ -s "$file" ] || {
		"$scratch/generate" -single -format "$format" -records "$rows" >"$file.part"
		mv "$file.part" "$file"
	} 2>"$scratch/generate.log"
	"$scratch/bench" -format "$format" -file "$file" -records "$rows" -rounds "$rounds" -scratch "$scratch" -engines "$scratch" \
		-flags "$flags" -owned "$scratch/owned"
	rm -f "$scratch/only-json.ndjson"
	[ -n "${BENCH_DIR:-}" ] || rm -f "$file"
done
