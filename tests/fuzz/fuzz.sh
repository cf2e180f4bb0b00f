#!/bin/sh
# Run the fuzz targets: folder with the programs, seconds for each, names.
# What they find is kept below the folder; what crashes stops here.
set -eu

folder=$1
seconds=$2
shift 2
for name in "$@"; do
	found=$folder/found_$name
	mkdir -p "$found"
	echo "fuzz: $name for $seconds s"
	"$folder/fuzz_$name" -max_total_time="$seconds" -max_len=20000 \
		-timeout=10 -rss_limit_mb=2048 -print_final_stats=1 \
		-artifact_prefix="$folder/crash_$name-" \
		"$found" "tests/data/fuzz/$name"
done
