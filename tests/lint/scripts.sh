#!/bin/sh
# Shell scripts are clean too.
set -eu

find tests assets -name '*.sh' -exec shellcheck .ci/run {} +
